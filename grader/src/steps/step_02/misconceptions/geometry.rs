//! Masks of the right shape whose pattern is wrong.
//!
//! `offset` is where the right triangle begins: 0 for task 7, `num_tokens` for task 8. A mistake with two answers is
//! made in task 8 with the triangle in either corner.

use super::{MASKS, mask};
use crate::steps::Misconception;

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "G0",
        tasks: &[8],
        title: "The triangle starts in the upper left corner",
        text: "That is the mask of task 7, and right there. Here the cached tokens come first, and every new token may look \
               at all of them; yours hides most.",
        fix: "Ask at which position row 0 stands, counted from the first cached token.",
        answers: &[|call| mask(call, |_, i, j| j <= i)],
    },
    Misconception {
        id: "G1",
        tasks: &[7],
        title: "The triangle is aligned to the lower right",
        text: "That is the mask that a key-value cache needs, and the right answer to task 8: keep it for there.",
        fix: "Task 7 asks for the mask that MAX computes: its triangle starts in the upper left corner whatever `num_tokens` \
              is.",
        answers: &[|call| mask(call, |m, i, j| j <= i + m.n)],
    },
    Misconception {
        id: "G2",
        tasks: MASKS,
        title: "The diagonal is masked too",
        text: "No token sees itself. So token 0 sees nothing at all, and softmax of a row that is all -inf is NaN.",
        fix: "A token may look at itself: let the condition include j = i.",
        answers: &[|call| mask(call, |_, i, j| j < i)],
    },
    Misconception {
        id: "G3",
        tasks: MASKS,
        title: "Every token sees the one after it",
        text: "One diagonal too many is open. The next token is just what the model has to predict, so training would copy \
               it and learn nothing.",
        fix: "Look where the last 0 of the first row stands, and where it should.",
        answers: &[|call| mask(call, |m, i, j| j <= i + m.offset + 1)],
    },
    Misconception {
        id: "G4",
        tasks: MASKS,
        title: "Rows and columns have changed roles",
        text: "Here the first token looks ahead at everything and the last one is left with the end.",
        fix: "A row is the token that asks, a column the token it looks at: check which way round the comparison or the two \
              bounds are.",
        answers: &[
            |call| mask(call, |_, i, j| j >= i),
            |call| mask(call, |m, i, j| j >= i + m.offset),
            |call| mask(call, |m, i, j| j >= i - m.offset),
        ],
    },
    Misconception {
        id: "G5",
        tasks: MASKS,
        title: "0 and -inf have changed places",
        text: "Your mask is the negative of the right one: it hides the past and shows the future.",
        fix: "0 stands where a token may look. If you used `band_part`, look again at what `exclude` does to the inside of \
              the band.",
        answers: &[
            |call| mask(call, |_, i, j| j > i),
            |call| mask(call, |m, i, j| j > i + m.offset),
        ],
    },
    Misconception {
        id: "G6",
        tasks: MASKS,
        title: "Only the diagonal is open",
        text: "Every token sees a single one and is blind to all that came before.",
        fix: "A band without a limit on one side has the bound `None` there; a bound of 0 means not even one diagonal.",
        answers: &[
            |call| mask(call, |_, i, j| j == i),
            |call| mask(call, |m, i, j| j == i + m.offset),
        ],
    },
    Misconception {
        id: "G7",
        tasks: MASKS,
        title: "Nothing is masked",
        text: "All entries are 0, so every token sees the whole sequence with its future. Such a model has a wonderful loss \
               in training and writes nonsense afterwards.",
        fix: "Something must set the blocked entries: see that the value of task 2 gets into the matrix and stays there.",
        answers: &[|call| mask(call, |_, _, _| true)],
    },
    Misconception {
        id: "G8",
        tasks: MASKS,
        title: "Everything is masked",
        text: "All entries are -inf. Softmax then divides 0 by 0, and every row becomes NaN.",
        fix: "The filled matrix is a good start; what is missing is to open the part that a token may look at.",
        answers: &[|call| mask(call, |_, _, _| false)],
    },
    Misconception {
        id: "G9",
        tasks: MASKS,
        title: "`num_tokens` limits how far back a token sees",
        text: "Your rows are a window: what lies more than `num_tokens` back is forgotten.",
        fix: "Nothing limits the view of the past here, so give the lower side of the band no bound.",
        answers: &[
            |call| mask(call, |m, i, j| i - m.n <= j && j <= i),
            |call| mask(call, |m, i, j| i - m.n <= j && m.allows(i, j)),
            |call| mask(call, |m, i, j| i + m.offset - m.n <= j && m.allows(i, j)),
        ],
    },
    Misconception {
        id: "G10",
        tasks: MASKS,
        title: "The extra columns are opened on the right",
        text: "The last `num_tokens` columns are 0 in every row, as if zeros were glued to a square mask. So each row sees \
               the end of the matrix.",
        fix: "Decide about all columns by one condition, the extra ones too.",
        answers: &[|call| mask(call, |m, i, j| j <= i || j >= m.l)],
    },
    Misconception {
        id: "G11",
        tasks: MASKS,
        title: "The first `num_tokens` columns are shut",
        text: "Your triangle begins after the first `num_tokens` columns and leaves these at -inf, so nobody sees the oldest \
               tokens.",
        fix: "Whatever lies to the left of an open entry is older and must be open too.",
        answers: &[|call| mask(call, |m, i, j| m.n <= j && j <= i + m.n)],
    },
    Misconception {
        id: "G12",
        tasks: MASKS,
        title: "The triangle ends one column before the lower right",
        text: "Row `i` stops just before column `i + num_tokens`. In a cache that is the token's own column: it cannot see \
               itself, and with nothing cached the first row is all -inf, which softmax turns into NaN.",
        fix: "Task 8 wants this edge with the own column in it, task 7 a triangle that starts in the upper left corner.",
        answers: &[|call| mask(call, |m, i, j| j < i + m.n)],
    },
    Misconception {
        id: "G13",
        tasks: MASKS,
        title: "All rows are the same",
        text: "The condition looks at the column alone, so every token sees the same ones: the first are shown their future, \
               or the last are kept from their past.",
        fix: "Bring the row index into the condition.",
        answers: &[
            |call| mask(call, |_, _, j| j == 0),
            |call| mask(call, |m, _, j| j <= m.n),
            |call| mask(call, |m, _, j| j < m.l),
        ],
    },
    Misconception {
        id: "G14",
        tasks: MASKS,
        title: "The triangle stands on its head",
        text: "The first row sees the most and the last row the least, but tokens gather a past as they go.",
        fix: "Every row has one open entry more than the row above it: let the edge move right with `i`, not left.",
        answers: &[
            |call| mask(call, |m, i, j| j < m.l - i),
            |call| mask(call, |m, i, j| j < m.l - i + m.offset),
        ],
    },
    Misconception {
        id: "G15",
        tasks: MASKS,
        title: "The triangle is mirrored left to right",
        text: "Row 0 sees only the end of the matrix, that is, the tokens furthest in the future.",
        fix: "Column 0 is the oldest token, so rows open from the left: count `j` from the left edge, not from the right \
              one.",
        answers: &[
            |call| mask(call, |m, i, j| m.w - 1 - j <= i),
            |call| mask(call, |m, i, j| m.l - 1 - j <= i),
        ],
    },
    Misconception {
        id: "G16",
        tasks: MASKS,
        title: "The rows are counted as too short",
        text: "The entries come from a flat index that is split by `sequence_length`, but a row has `num_tokens` entries \
               more. So each row slips a little further.",
        fix: "Split by the real width, or let ndarray hand you `(i, j)`.",
        answers: &[
            |call| mask(call, |m, i, j| (i * m.w + j) % m.l <= (i * m.w + j) / m.l),
            |call| {
                mask(call, |m, i, j| {
                    (i * m.w + j) % m.l <= (i * m.w + j) / m.l + m.offset
                })
            },
        ],
    },
    Misconception {
        id: "G17",
        tasks: MASKS,
        title: "Columns were written where rows are read",
        text: "The values run down the columns in one place and along the rows in the other, so they end up scattered.",
        fix: "ndarray reads a `Vec` row by row unless told otherwise. Asking for each entry by `(i, j)` avoids the matter.",
        answers: &[
            |call| mask(call, |m, i, j| (i + j * m.l) % m.w <= (i + j * m.l) / m.w),
            |call| {
                mask(call, |m, i, j| {
                    (i + j * m.l) % m.w <= (i + j * m.l) / m.w + m.offset
                })
            },
            |call| mask(call, |m, i, j| (i * m.w + j) / m.l <= (i * m.w + j) % m.l),
            |call| {
                mask(call, |m, i, j| {
                    (i * m.w + j) / m.l <= (i * m.w + j) % m.l + m.offset
                })
            },
        ],
    },
    Misconception {
        id: "G18",
        tasks: MASKS,
        title: "Only one diagonal is blocked",
        text: "A single entry in each row is -inf, so a token sees everything but one place, the future included. \
               (`wrapping_sub` compared with 0 does this, too.)",
        fix: "Block all that lies to the right of the token's own column.",
        answers: &[
            |call| mask(call, |_, i, j| j != i),
            |call| mask(call, |m, i, j| j != i + m.offset),
        ],
    },
    Misconception {
        id: "G19",
        tasks: MASKS,
        title: "The diagonal is shifted by `sequence_length`",
        text: "The triangle starts `sequence_length` columns too far right, and every token sees that much of its future.",
        fix: "How many rows there are does not matter to the place where the first row ends: leave it out of the condition.",
        answers: &[|call| mask(call, |m, i, j| j <= i + m.l)],
    },
    Misconception {
        id: "G20",
        tasks: MASKS,
        title: "Only the very next token is hidden",
        text: "A token's neighbour is blocked, but the ones after that are open, so the token still reads most of its \
               future.",
        fix: "Close everything beyond the own column, not only the neighbour: compare with an order, not with `!=`.",
        answers: &[|call| mask(call, |m, i, j| j != i + m.offset + 1)],
    },
    Misconception {
        id: "G21",
        tasks: MASKS,
        title: "The diagonal moved down instead of right",
        text: "The first `num_tokens` rows are all -inf and become NaN in softmax; the others miss their latest tokens.",
        fix: "The offset has the wrong sign: with more tokens before it, a row sees more, never less.",
        answers: &[|call| mask(call, |m, i, j| j <= i - m.n)],
    },
];
