//! How mistakes are listed: a line each.

/// Mistakes, each with its id, its tasks, and in parentheses the ways in which it is made; see `way`. What is said of them
/// is in the text `TEXTS`, which has to be in scope, as `way` has.
macro_rules! mistakes {
    ($($id:ident $tasks:tt $(($($way:tt)+))+)+) => {
        &[$($crate::steps::Misconception {
            id: stringify!($id),
            tasks: &$tasks,
            ways: &[$(way!($($way)+)),+],
            texts: TEXTS,
        }),+]
    };
}

/// A way to make a mistake: the choices of the oracle that are made differently. A number may be left open: after `number`
/// come the one in the book, for which ones the words of the mistake are true, and what an answer shows of it.
macro_rules! way {
    (number $example:expr, $within:expr, $read:expr; $($choice:ident: $made:expr),+) => {
        $crate::steps::Way {
            number: Some($crate::steps::Number { example: $example, read: $read, within: $within }),
            ..$crate::steps::misconception::way!($($choice: $made),+)
        }
    };
    ($($choice:ident: $made:expr),+) => {
        $crate::steps::Way {
            given: |call, number| {
                #[allow(clippy::needless_update, reason = "a step may have one choice alone")]
                let choices = oracle::Choices { $($choice: $made,)+ ..oracle::RIGHT };
                oracle::answer(call, number, &choices)
            },
            number: None,
        }
    };
}
pub(crate) use {mistakes, way};
