//! What arguments and answers are made of.

/// How the entries of an array argument lie in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Row after row.
    Rows,
    /// Column after column.
    Columns,
    /// One entry in memory, seen as the whole array.
    Broadcast,
    /// With other numbers between the entries.
    Gaps,
    /// From the last entry to the first.
    Reversed,
}

impl Layout {
    /// All of them, the plainest first.
    pub const ALL: [Self; 5] = [
        Self::Rows,
        Self::Columns,
        Self::Broadcast,
        Self::Gaps,
        Self::Reversed,
    ];
}

/// An array: its shape, and its entries row by row. Every dtype of the course fits into `f64` exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct Array {
    /// The length of every axis.
    pub shape: Vec<u64>,
    /// The layout of an argument; replies are always in rows.
    pub layout: Layout,
    /// The entries; none where there are more than [`MAX_ENTRIES`](crate::MAX_ENTRIES).
    pub entries: Vec<f64>,
}

/// One argument, or what a call returned.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A `usize`.
    Size(u64),
    /// An `Option<usize>`.
    Bound(Option<u64>),
    /// A `bool`.
    Flag(bool),
    /// A scalar (no axes) or an array that owns its entries.
    Array(Array),
    /// A view, and whether every entry of it is the memory of the argument it was made from.
    View(Array, bool),
    /// A text.
    Text(String),
    /// The ids of tokens.
    Ids(Vec<u64>),
    /// A tuple, the fields of a struct, or several replies of one object.
    Record(Vec<Value>),
}

impl Array {
    /// The places, counted row by row, at which another array of the same shape has other entries. An entry may differ by
    /// what stands in `allowed` at its place, and not at all where nothing does; -0 is 0, and NaN is NaN.
    pub fn differing(&self, other: &Self, allowed: &[f64]) -> Vec<usize> {
        let pairs = self.entries.iter().zip(&other.entries).enumerate();
        let is_near = |place: usize, a: f64, b: f64| {
            let allowed = allowed.get(place);
            equal(a, b) || allowed.is_some_and(|allowed| (a - b).abs() <= *allowed)
        };
        pairs
            .filter(|(place, (a, b))| !is_near(*place, **a, **b))
            .map(|(place, _)| place)
            .collect()
    }
}

/// Whether two numbers are the same: -0 is 0, and NaN is NaN.
pub fn equal(a: f64, b: f64) -> bool {
    a == b || (a.is_nan() && b.is_nan())
}

impl Value {
    /// The array, where it is one or shows one.
    pub fn array(&self) -> Option<&Array> {
        match self {
            Self::Array(array) | Self::View(array, _) => Some(array),
            _ => None,
        }
    }
}
