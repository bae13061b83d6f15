//! Mistakes of any step that show in which questions go wrong, whatever the answers are.

use super::{Family, Misconception};

pub(super) const FAMILY: Family = Family {
    title: "Right only sometimes",
    mistakes: &[FIRST_CALL, SMALL_SIZES, SOME_DTYPES],
};

/// Something is kept from one call to the next.
pub(crate) const FIRST_CALL: Misconception = Misconception {
    id: "P1",
    tasks: &[],
    title: "Right in the first call only",
    text: "The first answer is right and every later one is wrong, so something of a call is left over for the next.",
    fix: "A function must give the same answer whenever it is asked: keep nothing in a `static` from one call to the next.",
    answers: &[],
};

/// The code has a largest size.
pub(crate) const SMALL_SIZES: Misconception = Misconception {
    id: "P2",
    tasks: &[],
    title: "Right for small sizes only",
    text: "Every small size is right and every large one is wrong.",
    fix: "Look for a size that is written into the code, such as the length of a table or a window, or for an index that is \
          cut to a smaller integer.",
    answers: &[],
};

/// The code has a dtype of its own.
pub(crate) const SOME_DTYPES: Misconception = Misconception {
    id: "P3",
    tasks: &[],
    title: "Right in some dtypes only",
    text: "In at least one dtype every answer is right, in another one the same questions go wrong.",
    fix: "Look for what a dtype changes: a finite number in place of infinity, which a narrow dtype rounds to it, or a value \
          that goes through a certain type, such as `f32`, on its way to `T`.",
    answers: &[],
};
