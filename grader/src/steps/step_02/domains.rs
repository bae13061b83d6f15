//! What may be asked of the functions of step 02. The general part makes the questions.

use super::calls::{call, entries, scalar, sizes};
use crate::protocol::{Call, Dtype, Layout, Value};
use crate::steps::domains::{
    Axis, COLUMNS, Class, Draw, ENTRIES, FLAGS, LAYOUTS, Pick, SIZES, SPACE, Space, axis, class,
};

const SEQUENCE_LENGTH: Axis = axis("sequence_length", SIZES);
const NUM_TOKENS: Axis = axis("num_tokens", SIZES);

/// The value must not change after some calls, so it is asked for again and again.
pub(super) const MASK_VALUE: &[Space] = &[Space {
    name: "the value",
    axes: &[axis(
        "again",
        &[class("again", &[Pick::Flag(true); 32], |_| None)],
    )],
    call: |dtype, _| call("mask_value", dtype, vec![]),
    ..SPACE
}];

const MOST: u64 = usize::MAX as u64;

pub(super) const TOTAL_LENGTH: &[Space] = &[
    Space {
        name: "small sums",
        axes: &[SEQUENCE_LENGTH, NUM_TOKENS],
        call: |dtype, picks| lengths("total_length", dtype, picks),
        dtypes: false,
        ..SPACE
    },
    Space {
        name: "large sums",
        axes: &[
            axis(
                "sequence_length",
                &[
                    class("the largest", &[Pick::Size(MOST)], |_| {
                        Some(Pick::Size(MOST))
                    }),
                    class("nearly the largest", &[Pick::Size(MOST - 1)], |d| {
                        d.size(MOST - 9, MOST - 1)
                    }),
                    class("half of it", &[Pick::Size(MOST / 2)], |_| {
                        Some(Pick::Size(MOST / 2))
                    }),
                    class("large", &[], |d| d.size(1 << 32, MOST / 2)),
                    class("one", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
                    class("none", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
                ],
            ),
            axis("num_tokens", RESTS),
        ],
        call: |dtype, picks| lengths("total_length", dtype, picks),
        dtypes: false,
        ..SPACE
    },
];

/// What may be added to a length before it overflows, and what is too much.
const RESTS: &[Class] = &[
    class("none", &[Pick::Size(0)], |_| Some(Pick::Size(0))),
    class("one", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
    class("all that fits", &[], |d| {
        Some(Pick::Size(MOST - d.earlier[0].size()))
    }),
    class("one too many", &[], |d| {
        (MOST - d.earlier[0].size()).checked_add(1).map(Pick::Size)
    }),
    class("far too many", &[Pick::Size(MOST)], |_| {
        Some(Pick::Size(MOST))
    }),
    class("half of the largest", &[Pick::Size(MOST / 2 + 1)], |_| {
        Some(Pick::Size(MOST / 2 + 1))
    }),
];

pub(super) const CONSTANT: &[Space] = &[Space {
    name: "a constant",
    axes: &[axis("value", ENTRIES)],
    call: |dtype, picks| call("constant", dtype, vec![scalar(picks[0].number())]),
    ..SPACE
}];

pub(super) const BROADCAST_TO: &[Space] = &[
    Space {
        name: "a value in a shape",
        axes: &[
            axis("rows", SIZES),
            axis("columns", SIZES),
            axis("value", ENTRIES),
        ],
        // Two values are enough to be shown in every shape.
        plain: |row| {
            row.get(2)
                .is_none_or(|value| [2.0, f64::NEG_INFINITY].contains(&value.number()))
        },
        call: broadcast_to,
        entries: |picks| picks[0].size() * picks[1].size(),
        budget: 60_000,
        ..SPACE
    },
    Space {
        name: "shapes that overflow",
        axes: &[
            axis(
                "rows",
                &[
                    class("two", &[Pick::Size(2)], |d| d.size(2, 9)),
                    class("half of the bits", &[Pick::Size(HALF)], |d| {
                        d.size(HALF, HALF << 3)
                    }),
                    class("the largest", &[Pick::Size(MOST)], |_| {
                        Some(Pick::Size(MOST))
                    }),
                ],
            ),
            axis(
                "columns",
                &[
                    class("the largest", &[Pick::Size(MOST)], |_| {
                        Some(Pick::Size(MOST))
                    }),
                    class("just too many", &[], |d| {
                        let most = MOST / d.earlier[0].size();
                        most.checked_add(1).map(Pick::Size)
                    }),
                ],
            ),
        ],
        call: |dtype, picks| broadcast_to(dtype, &[picks[0], picks[1], Pick::Number(2.0)]),
        ..SPACE
    },
];

/// With itself it is one more than a `usize` holds.
const HALF: u64 = 1 << (usize::BITS / 2);

fn broadcast_to(dtype: Dtype, picks: &[Pick]) -> Call {
    let shape = [picks[0], picks[1]].map(|pick| Value::Size(pick.size()));
    let [rows, columns] = shape;
    call(
        "broadcast_to",
        dtype,
        vec![scalar(picks[2].number()), rows, columns],
    )
}

pub(super) const BAND_PART: &[Space] = &[Space {
    name: "a band",
    axes: &[
        axis("rows", SIZES),
        axis("columns", COLUMNS),
        axis("layout", LAYOUTS),
        axis("entries", ENTRIES),
        axis("num_lower", BOUNDS),
        axis("num_upper", BOUNDS),
        axis("exclude", FLAGS),
    ],
    plain: |row| {
        let shape = row.get(1).map(|columns| [row[0].size(), columns.size()]);
        let entry = row.get(3).map(|entry| entry.number());
        match (shape, entry) {
            (Some(shape), None | Some(2.0)) => SHAPES.contains(&shape),
            (Some(shape), Some(f64::NEG_INFINITY)) => SHAPES[..3].contains(&shape),
            (Some(_), Some(_)) => false,
            (None, _) => true,
        }
    },
    call: band_part,
    entries: |picks| picks[0].size() * picks[1].size(),
    budget: 150_000,
    ..SPACE
}];

/// The shapes in which all plain bands are asked for.
const SHAPES: [[u64; 2]; 9] = [
    [3, 3],
    [2, 4],
    [4, 2],
    [1, 1],
    [3, 4],
    [5, 2],
    [6, 4],
    [3, 0],
    [0, 3],
];

/// How many diagonals on one side belong to the band.
const BOUNDS: &[Class] = &[
    class("none", &[Pick::Bound(None)], |_| Some(Pick::Bound(None))),
    class("0", &[Pick::Bound(Some(0))], |_| Some(Pick::Bound(Some(0)))),
    class("1", &[Pick::Bound(Some(1))], |_| Some(Pick::Bound(Some(1)))),
    class("2", &[Pick::Bound(Some(2))], |_| Some(Pick::Bound(Some(2)))),
    class("inside", &[], |d| {
        let most = side(d);
        (most > 4).then(|| Pick::Bound(Some(d.rng.u64(3..most - 1))))
    }),
    class("at the edge", &[], |d| {
        let last = side(d).checked_sub(d.rng.u64(1..=2))?;
        Some(Pick::Bound(Some(last)))
    }),
    class("beyond", &[Pick::Bound(Some(9))], |d| {
        Some(Pick::Bound(Some(side(d) + d.rng.u64(0..=70))))
    }),
];

/// The length of the side that the bound at hand is about: of the columns' for `num_lower`, the rows' for `num_upper`.
fn side(draw: &Draw<'_>) -> u64 {
    let is_lower = draw.earlier.len() == 4;
    draw.earlier[if is_lower { 0 } else { 1 }].size()
}

fn band_part(dtype: Dtype, picks: &[Pick]) -> Call {
    let [
        rows,
        columns,
        Pick::Layout(layout),
        entry,
        Pick::Bound(lower),
        Pick::Bound(upper),
        Pick::Flag(exclude),
    ] = *picks
    else {
        return call("band_part", dtype, Vec::new());
    };
    let entry = entry.number();
    // As a mask is made: all entries are the one that blocks.
    let layout = if entry == f64::NEG_INFINITY && layout == Layout::Rows {
        Layout::Broadcast
    } else {
        layout
    };
    let input = entries([rows.size(), columns.size()], layout, entry);
    let bounds = [lower, upper].map(Value::Bound);
    let [lower, upper] = bounds;
    call(
        "band_part",
        dtype,
        vec![Value::Array(input), lower, upper, Value::Flag(exclude)],
    )
}

/// The questions of tasks 7 and 8.
macro_rules! masks {
    ($function:literal) => {
        &[
            Space {
                name: "a mask",
                axes: &[SEQUENCE_LENGTH, NUM_TOKENS],
                call: |dtype, picks| lengths($function, dtype, picks),
                entries: |picks| picks[0].size() * (picks[0].size() + picks[1].size()),
                budget: 300_000,
                ..SPACE
            },
            Space {
                name: "lengths that overflow",
                axes: &[axis("sequence_length", LONG), axis("num_tokens", TOO_MANY)],
                call: |dtype, picks| lengths($function, dtype, picks),
                ..SPACE
            },
        ]
    };
}
pub(super) const CAUSAL_MASK: &[Space] = masks!("causal_mask");
pub(super) const CACHED_CAUSAL_MASK: &[Space] = masks!("cached_causal_mask");

const LONG: &[Class] = &[
    class("the largest", &[Pick::Size(MOST)], |_| {
        Some(Pick::Size(MOST))
    }),
    class("more than half of it", &[Pick::Size(MOST / 2 + 1)], |d| {
        d.size(MOST / 2 + 1, MOST)
    }),
    class("1", &[Pick::Size(1)], |_| Some(Pick::Size(1))),
];
const TOO_MANY: &[Class] = &[
    class("one too many", &[], |d| {
        (MOST - d.earlier[0].size()).checked_add(1).map(Pick::Size)
    }),
    class("far too many", &[Pick::Size(MOST)], |_| {
        Some(Pick::Size(MOST))
    }),
];

fn lengths(function: &str, dtype: Dtype, picks: &[Pick]) -> Call {
    sizes(function, dtype, [picks[0], picks[1]].map(Pick::size))
}

/// The call that makes the same mask from the learner's own earlier functions.
pub(super) fn compose(mask: &Call) -> Call {
    let mut arguments = mask.arguments.clone();
    let upper = match (mask.function.as_str(), arguments.last()) {
        ("cached_causal_mask", Some(num_tokens)) => num_tokens.clone(),
        _ => Value::Size(0),
    };
    arguments.push(upper);
    call("composed", mask.dtype, arguments)
}
