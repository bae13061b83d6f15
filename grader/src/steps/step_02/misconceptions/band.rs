//! What goes wrong in `band_part`.

use super::banded::{Band, by, filled, kept, zero_unless};
use super::{BLOCKED, matrix};
use crate::protocol::Call;
use crate::steps::{Given, Misconception};

pub(super) const LIST: &[Misconception] = &[
    Misconception {
        id: "B1",
        tasks: &[6],
        title: "`exclude` makes no difference",
        text: "The same part is kept whether `exclude` is set or not.",
        fix: "With `true` it should be the other part: what was kept becomes 0, and what was 0 is kept.",
        answers: &[
            |call| kept(call, |b, i, j| b.inside(i, j)),
            |call| kept(call, |b, i, j| !b.inside(i, j)),
        ],
    },
    Misconception {
        id: "B2",
        tasks: &[6],
        title: "`exclude` works the wrong way round",
        text: "With `exclude = false` the outside of the band is kept, with `true` the inside.",
        fix: "It is the other way round: `false` keeps the band, `true` empties it.",
        answers: &[|call| kept(call, |b, i, j| b.inside(i, j) == b.exclude)],
    },
    Misconception {
        id: "B3",
        tasks: &[6],
        title: "The two bounds are swapped",
        text: "`num_lower` counts diagonals below the main one, where the row index is the larger; `num_upper` counts those \
               above it. Yours act on each other's side.",
        fix: "Try a single bound and see which side moves.",
        answers: &[|call| by(call, |b, i, j| b.inside(j, i))],
    },
    Misconception {
        id: "B4",
        tasks: &[6],
        title: "`None` is taken for 0",
        text: "A bound that is absent sets no limit on its side; you let it keep nothing beyond the main diagonal, as \
               `unwrap_or(0)` does.",
        fix: "Give `None` and `Some(0)` different answers.",
        answers: &[
            |call| bounds(call, or_zero, or_zero),
            |call| bounds(call, or_zero, same),
            |call| bounds(call, same, or_zero),
        ],
    },
    Misconception {
        id: "B5",
        tasks: &[6],
        title: "The edge of the band is left out",
        text: "A bound of 2 means two diagonals, so the second belongs to the band, and a bound of 0 still keeps the main \
               diagonal. You leave the outermost one out.",
        fix: "Your comparison is strict where it should include its edge.",
        answers: &[
            |call| bounds(call, less, less),
            |call| bounds(call, less, same),
            |call| bounds(call, same, less),
        ],
    },
    Misconception {
        id: "B6",
        tasks: &[6],
        title: "One bound is enough, where both must hold",
        text: "Every entry satisfies one of the two bounds on its own side, so with *or* between them the band covers nearly \
               everything.",
        fix: "An entry is inside only where neither bound shuts it out.",
        answers: &[|call| by(call, |b, i, j| b.below(i, j) || b.above(i, j))],
    },
    Misconception {
        id: "B7",
        tasks: &[6],
        title: "The values of the matrix are not used",
        text: "The right places are filled, but always with the same number.",
        fix: "What is kept keeps the value that it has in `tensor`; only the rest is set. The function should work for any \
              matrix, not for masks alone.",
        answers: &[
            |call| chosen(call, |_, _, _| BLOCKED, |_| 0.0),
            |call| chosen(call, |_, _, _| 1.0, |_| 0.0),
            |call| chosen(call, |b, _, _| b.entry(0, 0), |_| 0.0),
        ],
    },
    Misconception {
        id: "B8",
        tasks: &[6],
        title: "0 * -inf, or -inf less -inf",
        text: "With ordinary numbers it is right. But 0 * -inf is NaN, and so is -inf less itself, and this function is \
               going to be used on -inf.",
        fix: "Do no arithmetic with the entries: take one or set 0.",
        answers: &[
            |call| chosen(call, |b, i, j| b.entry(i, j), |entry| 0.0 * entry),
            less_inside,
        ],
    },
    Misconception {
        id: "B9",
        tasks: &[6],
        title: "One of the bounds has no effect",
        text: "The band is limited on one side only: changing the other bound changes nothing.",
        fix: "An entry has to satisfy both, `num_lower` below the diagonal and `num_upper` above it.",
        answers: &[
            |call| bounds(call, |_| None, same),
            |call| bounds(call, same, |_| None),
        ],
    },
    Misconception {
        id: "B10",
        tasks: &[6],
        title: "The band is one diagonal too wide",
        text: "A bound of 0 already means the main diagonal and nothing beyond it; yours lets one more in. In a causal mask \
               that one would show each token the next.",
        fix: "Compare with the bound itself.",
        answers: &[
            |call| bounds(call, more, more),
            |call| bounds(call, more, same),
            |call| bounds(call, same, more),
        ],
    },
    Misconception {
        id: "B11",
        tasks: &[6],
        title: "`None` shuts everything out",
        text: "Where a bound is absent, no entry is inside: that is what `is_some_and` and a `match` with `None => false` \
               say.",
        fix: "No bound means no objection, so for an absent bound the answer is always yes.",
        answers: &[
            |call| bounds(call, or_nothing, or_nothing),
            |call| bounds(call, or_nothing, same),
            |call| bounds(call, same, or_nothing),
        ],
    },
    Misconception {
        id: "B12",
        tasks: &[6],
        title: "The rest is -inf instead of 0",
        text: "You already think of the mask. That comes in the next task, where the -inf is in the matrix that is handed \
               in.",
        fix: "What is not kept becomes 0, whatever the matrix holds.",
        answers: &[|call| chosen(call, |b, i, j| b.entry(i, j), |_| BLOCKED)],
    },
    Misconception {
        id: "B13",
        tasks: &[6],
        title: "The diagonal is counted from the lower right",
        text: "Square matrices come out right, others are shifted: your main diagonal ends in the lower right corner.",
        fix: "The main diagonal starts in the upper left corner and goes through the entries with i = j, whatever the shape.",
        answers: &[
            |call| by(call, |b, i, j| b.inside(i + b.columns - b.rows, j)),
            |call| by(call, |b, i, j| b.inside(i + (b.columns - b.rows).max(0), j)),
        ],
    },
    Misconception {
        id: "B14",
        tasks: &[6],
        title: "A bound of 0 is taken for no bound",
        text: "`Some(0)` is a real limit: nothing beyond the main diagonal. Taken for no limit, it makes a causal mask that \
               hides nothing at all.",
        fix: "Only `None` means that there is no limit.",
        answers: &[
            |call| bounds(call, not_zero, not_zero),
            |call| bounds(call, not_zero, same),
            |call| bounds(call, same, not_zero),
        ],
    },
    Misconception {
        id: "B15",
        tasks: &[6],
        title: "Each bound limits both sides",
        text: "`abs_diff` forgets on which side of the diagonal an entry lies, so each bound cuts above and below it.",
        fix: "`num_lower` has a say only where the row index is the larger, `num_upper` only where the column index is.",
        answers: &[|call| by(call, |b, i, j| b.inside(i, j) && b.inside(j, i))],
    },
    Misconception {
        id: "B16",
        tasks: &[6],
        title: "The result is transposed",
        text: "The right entries are kept, but rows have become columns.",
        fix: "The result has the shape of `tensor`, and every kept entry stays at its place. Find where the indices or the \
              axes are turned round.",
        answers: &[
            |call| transposed(call, |band, i, j| band.keeps(i, j)),
            |call| transposed(call, |band, i, j| band.keeps(j, i)),
        ],
    },
    Misconception {
        id: "B17",
        tasks: &[6],
        title: "A bound shuts out the whole other side",
        text: "Where the difference of the indices is negative, you take the entry for being too far away: a checked or \
               wrapping subtraction does that.",
        fix: "Let it pass: `num_lower` says nothing of entries above the diagonal, nor `num_upper` of those below.",
        answers: &[|call| {
            by(call, |b, i, j| {
                b.inside(i, j) && (b.lower.is_none() || i >= j) && (b.upper.is_none() || j >= i)
            })
        }],
    },
    Misconception {
        id: "B18",
        tasks: &[6],
        title: "The matrix comes back as it went in",
        text: "Nothing is set to 0, whatever the bounds say.",
        fix: "Decide for every entry whether it is inside the band, and put a 0 where it is not to be kept.",
        answers: &[|call| kept(call, |_, _, _| true)],
    },
];

/// What comes of other bounds.
fn bounds(
    call: &Call,
    lower: impl Fn(Option<i64>) -> Option<i64>,
    upper: impl Fn(Option<i64>) -> Option<i64>,
) -> Option<Given> {
    by(call, |band, i, j| {
        lower(band.lower).is_none_or(|lower| i - j <= lower)
            && upper(band.upper).is_none_or(|upper| j - i <= upper)
    })
}

fn same(bound: Option<i64>) -> Option<i64> {
    bound
}

fn or_zero(bound: Option<i64>) -> Option<i64> {
    bound.or(Some(0))
}

/// A limit that no entry keeps instead of none.
fn or_nothing(bound: Option<i64>) -> Option<i64> {
    bound.or(Some(i64::MIN))
}

fn not_zero(bound: Option<i64>) -> Option<i64> {
    bound.filter(|bound| *bound != 0)
}

fn less(bound: Option<i64>) -> Option<i64> {
    bound.map(|bound| bound - 1)
}

fn more(bound: Option<i64>) -> Option<i64> {
    bound.map(|bound| bound + 1)
}

/// What comes of other values for what is kept and what is not.
fn chosen(
    call: &Call,
    kept: impl Fn(&Band<'_>, i64, i64) -> f64,
    rest: impl Fn(f64) -> f64,
) -> Option<Given> {
    filled(call, |band, i, j| {
        if band.keeps(i, j) {
            kept(band, i, j)
        } else {
            rest(band.entry(i, j))
        }
    })
}

/// The outside as the matrix less the inside.
fn less_inside(call: &Call) -> Option<Given> {
    filled(call, |band, i, j| {
        let entry = band.entry(i, j);
        let inside = zero_unless(band.inside(i, j), entry);
        if band.exclude { entry - inside } else { inside }
    })
}

fn transposed(call: &Call, keep: impl Fn(&Band<'_>, i64, i64) -> bool) -> Option<Given> {
    let band = Band::of(call)?;
    Some(matrix(band.columns, band.rows, |j, i| {
        zero_unless(keep(&band, i, j), band.entry(i, j))
    }))
}
