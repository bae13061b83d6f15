//! Masks of the right shape whose pattern is wrong.

use super::{MASKS, mask};
use crate::steps::Misconception;

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "G1",
        tasks: &[7],
        title: "The triangle is aligned to the lower right",
        text: "That is the mask that a key-value cache needs, and the right answer to task 8: keep it for there. This \
               task asks for the one that MAX computes, which starts in the upper left corner whatever `num_tokens` is.",
        answers: &[|call| mask(call, |_, n, i, j| j <= i + n)],
    },
    Misconception {
        id: "G2",
        tasks: MASKS,
        title: "The diagonal is masked too",
        text: "A token may look at itself, so the condition includes j = i. Without it, token 0 may look at nothing, and \
               softmax of a row that is all -inf is NaN.",
        answers: &[|call| mask(call, |_, _, i, j| j < i)],
    },
];
