//! Mistakes of any step that show in which questions go wrong, whatever the answers are.

use super::{Family, Misconception};

/// Those that a step can have, if it is asked in several dtypes or not.
pub(super) const fn family(dtypes: bool) -> Family {
    Family {
        title: "Right only sometimes",
        mistakes: if dtypes {
            &[FIRST_CALL, SMALL_SIZES, SOME_DTYPES]
        } else {
            &[FIRST_CALL, SMALL_SIZES]
        },
    }
}

/// Something is kept from one call to the next.
pub(crate) const FIRST_CALL: Misconception = behaviour("P1");

/// The code has a largest size.
pub(crate) const SMALL_SIZES: Misconception = behaviour("P2");

/// The code has a dtype of its own.
pub(crate) const SOME_DTYPES: Misconception = behaviour("P3");

const fn behaviour(id: &'static str) -> Misconception {
    Misconception {
        id,
        tasks: &[],
        ways: &[],
        texts: include_str!("behaviours.md"),
    }
}
