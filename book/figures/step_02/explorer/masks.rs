//! The masks that the grader's misconceptions make, and the right ones.

use std::sync::LazyLock;

use grader::protocol::{Array, Call, Dtype, Layout, Value};
use grader::steps::step_02::STEP;
use grader::steps::{Expected, Family, Given, Misconception, Way};
use ndarray::{Array2, ShapeError};
use solutions::step_02;

/// The number of tokens in the sequence that a reader can choose.
pub(super) const LENGTHS: [usize; 6] = [1, 2, 3, 4, 5, 6];
/// The number of further keys that a reader can choose.
pub(super) const CACHED: [usize; 5] = [0, 1, 2, 3, 4];

/// The dtypes with their names.
pub(super) const DTYPES: [(Dtype, &str); 4] = [
    (Dtype::F16, "f16"),
    (Dtype::Bf16, "bf16"),
    (Dtype::F32, "f32"),
    (Dtype::F64, "f64"),
];

/// In which corner the triangle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alignment {
    /// `causal_mask`
    Upper,
    /// `cached_causal_mask`
    Lower,
}

pub(super) const ALIGNMENTS: [Alignment; 2] = [Alignment::Upper, Alignment::Lower];

impl Alignment {
    pub(super) fn task(self) -> u8 {
        match self {
            Self::Upper => 7,
            Self::Lower => 8,
        }
    }

    pub(super) fn function(self) -> &'static str {
        match self {
            Self::Upper => "causal_mask",
            Self::Lower => "cached_causal_mask",
        }
    }
}

/// One mask that can be asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask {
    pub(super) alignment: Alignment,
    pub(super) length: usize,
    pub(super) cached: usize,
}

impl Ask {
    pub(super) fn shape(self) -> (usize, usize) {
        (self.length, self.length + self.cached)
    }

    /// Every mask of this alignment that the explorer offers.
    pub(super) fn all(alignment: Alignment) -> impl Iterator<Item = Self> {
        LENGTHS.into_iter().flat_map(move |length| {
            CACHED.into_iter().map(move |cached| Self {
                alignment,
                length,
                cached,
            })
        })
    }

    /// The bound that makes a band of `-inf` this mask.
    fn num_upper(self) -> usize {
        match self.alignment {
            Alignment::Upper => 0,
            Alignment::Lower => self.cached,
        }
    }

    fn sizes(self) -> Vec<Value> {
        [self.length, self.cached].map(size).to_vec()
    }
}

/// The right mask.
pub(super) fn right(ask: Ask) -> Result<Array2<f64>, ShapeError> {
    match ask.alignment {
        Alignment::Upper => step_02::causal_mask(ask.length, ask.cached),
        Alignment::Lower => step_02::cached_causal_mask(ask.length, ask.cached),
    }
}

/// A family of misconceptions that the explorer can show.
pub(super) struct Shown {
    pub(super) family: &'static Family,
    pub(super) mistakes: Vec<Mistake>,
}

/// A misconception that the explorer can show.
pub(super) struct Mistake {
    pub(super) misconception: &'static Misconception,
    /// The way in which it is made, for either alignment; `None` where it makes no other mask.
    ways: [Option<&'static Way>; 2],
}

impl Mistake {
    /// The mask that it makes; `None` where it makes the right one.
    pub(super) fn mask(&self, ask: Ask, dtype: Dtype) -> Option<Array2<f64>> {
        let way = self.ways[ask.alignment as usize]?;
        mask(self.misconception, way, ask, dtype)
    }
}

/// To find them takes a while, and several figures ask for them.
static FAMILIES: LazyLock<Result<Vec<Shown>, ShapeError>> = LazyLock::new(find);

/// The misconceptions that make another mask for at least one offered size. Of two with the same id, the first.
pub(super) fn families() -> Result<&'static [Shown], ShapeError> {
    FAMILIES.as_deref().map_err(Clone::clone)
}

fn find() -> Result<Vec<Shown>, ShapeError> {
    let mut families = Vec::new();
    for family in STEP.misconceptions {
        let mut mistakes: Vec<Mistake> = Vec::new();
        for misconception in family.mistakes {
            let [upper, lower] = ALIGNMENTS.map(|alignment| way(misconception, alignment));
            let ways = [upper?, lower?];
            let known = |other: &Mistake| other.misconception.id == misconception.id;
            if ways.iter().any(Option::is_some) && !mistakes.iter().any(known) {
                mistakes.push(Mistake {
                    misconception,
                    ways,
                });
            }
        }
        if !mistakes.is_empty() {
            families.push(Shown { family, mistakes });
        }
    }
    Ok(families)
}

/// The first way that gives a mask for every size, and another one than the right one for some.
fn way(
    misconception: &'static Misconception,
    alignment: Alignment,
) -> Result<Option<&'static Way>, ShapeError> {
    for way in misconception.ways {
        let mut differs = false;
        let mut gives_masks = true;
        for ask in Ask::all(alignment) {
            let right = right(ask)?;
            for (dtype, _) in DTYPES {
                match mask(misconception, way, ask, dtype) {
                    Some(mask) => differs |= !same(&mask, &right),
                    None => gives_masks = false,
                }
            }
        }
        if differs && gives_masks {
            return Ok(Some(way));
        }
    }
    Ok(None)
}

/// Whether two masks are the same; a NaN equals a NaN.
pub(super) fn same(a: &Array2<f64>, b: &Array2<f64>) -> bool {
    let equal = |(a, b): (&f64, &f64)| a == b || a.is_nan() && b.is_nan();
    a.dim() == b.dim() && a.iter().zip(b).all(equal)
}

/// The mask that this way of making the mistake leads to: by itself, or where it is a mistake in one of the parts, put
/// together with the others as they should be. `None` where it is an error, a panic, or no mistake in this task.
fn mask(misconception: &Misconception, way: &Way, ask: Ask, dtype: Dtype) -> Option<Array2<f64>> {
    let answer = |function: &str, arguments: Vec<Value>| {
        let call = Call {
            function: function.to_owned(),
            dtype,
            arguments,
        };
        match way.example(&call)? {
            Given::Answer(Expected::Value(value, _)) => Some(value),
            _ => None,
        }
    };
    let blocked = f64::NEG_INFINITY;
    let (rows, columns) = ask.shape();
    let filled = |value, columns| Array2::from_elem((rows, columns), value);
    let banded =
        |tensor: Array2<f64>| step_02::band_part(tensor.view(), None, Some(ask.num_upper()), true);
    let task = ask.alignment.task();
    if misconception.tasks.contains(&task) {
        return matrix(answer(ask.alignment.function(), ask.sizes())?);
    }
    match misconception.tasks {
        // A mistake in task 2 is one in the masks as well.
        [3] => match answer("total_length", ask.sizes())? {
            Value::Size(width) => Some(banded(filled(blocked, usize::try_from(width).ok()?))),
            _ => None,
        },
        [4] => {
            let constant = answer("constant", vec![constant(blocked)])?;
            Some(banded(filled(scalar(constant)?, columns)))
        }
        [5] => {
            let arguments = vec![constant(blocked), size(rows), size(columns)];
            Some(banded(matrix(answer("broadcast_to", arguments)?)?))
        }
        [6] => {
            let tensor = Array {
                shape: vec![rows as u64, columns as u64],
                layout: Layout::Broadcast,
                entries: vec![blocked],
            };
            let arguments = vec![
                Value::Array(tensor),
                Value::Bound(None),
                Value::Bound(Some(ask.num_upper() as u64)),
                Value::Flag(true),
            ];
            matrix(answer("band_part", arguments)?)
        }
        _ => None,
    }
}

fn size(size: usize) -> Value {
    Value::Size(size as u64)
}

fn constant(value: f64) -> Value {
    Value::Array(Array {
        shape: Vec::new(),
        layout: Layout::Rows,
        entries: vec![value],
    })
}

fn scalar(value: Value) -> Option<f64> {
    match value {
        Value::Array(array) if array.shape.is_empty() => array.entries.first().copied(),
        _ => None,
    }
}

fn matrix(value: Value) -> Option<Array2<f64>> {
    let (Value::Array(array) | Value::View(array, _)) = value else {
        return None;
    };
    let &[rows, columns] = array.shape.as_slice() else {
        return None;
    };
    Array2::from_shape_vec((rows as usize, columns as usize), array.entries).ok()
}
