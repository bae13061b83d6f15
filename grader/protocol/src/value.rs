//! What arguments and answers are made of.

use std::fs::File;
use std::io::{self, Read, Seek};

use crate::Dtype;

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

/// So many bytes of a file are read at once; whole numbers of every dtype fit into it.
const CHUNK: u64 = 1 << 20;

/// An array of a safetensors file, such as the weight of a model: it is read where it is used, and never sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixture {
    /// The file.
    pub file: String,
    /// Where in it the first entry is.
    pub offset: u64,
    /// The dtype of the entries.
    pub dtype: Dtype,
    /// The length of every axis.
    pub shape: Vec<u64>,
}

impl Fixture {
    /// How many entries it has; `None` where that is no number.
    pub fn count(&self) -> Option<u64> {
        let mut sides = self.shape.iter();
        sides.try_fold(1, |count: u64, side| count.checked_mul(*side))
    }

    /// Reads the entries of an array of any size as `f32`, which holds all that a checkpoint holds.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read or has fewer entries.
    pub fn floats(&self) -> io::Result<Vec<f32>> {
        let width = self.dtype.bytes() as u64;
        let length = self.count().and_then(|count| count.checked_mul(width));
        let length = length.ok_or(io::ErrorKind::FileTooLarge)?;
        let mut file = File::open(&self.file)?;
        // Nothing is allocated that the file does not back.
        let end = self.offset.checked_add(length);
        if end.is_none_or(|end| file.metadata().is_ok_and(|about| about.len() < end)) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        file.seek(io::SeekFrom::Start(self.offset))?;
        let mut floats = Vec::with_capacity((length / width) as usize);
        let mut bytes = vec![0; length.min(CHUNK) as usize];
        let mut left = length;
        while left > 0 {
            let chunk = &mut bytes[..left.min(CHUNK) as usize];
            file.read_exact(chunk)?;
            floats.extend(self.entries(chunk).map(|entry| entry as f32));
            left -= chunk.len() as u64;
        }
        Ok(floats)
    }

    /// Reads the entries.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read, has fewer entries, or the array has more than a message may have.
    pub fn read(&self) -> io::Result<Array> {
        let few = |count: &u64| *count <= crate::MAX_ENTRIES as u64;
        let count = self.count().filter(few);
        let count = count.ok_or(io::ErrorKind::FileTooLarge)?;
        let width = self.dtype.bytes();
        let mut file = File::open(&self.file)?;
        file.seek(io::SeekFrom::Start(self.offset))?;
        let mut bytes = vec![0; count as usize * width];
        file.read_exact(&mut bytes)?;
        Ok(Array {
            shape: self.shape.clone(),
            layout: Layout::Rows,
            entries: self.entries(&bytes).collect(),
        })
    }

    /// The entries that these bytes are.
    fn entries<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = f64> + 'a {
        let bits = |bytes: &[u8]| {
            let bytes = bytes.iter().rev();
            bytes.fold(0, |bits, byte| bits << 8 | u64::from(*byte))
        };
        let entries = bytes.chunks_exact(self.dtype.bytes());
        entries.map(move |bytes| self.dtype.from_bits(bits(bytes)))
    }
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
    /// An array that the worker reads from a file.
    Fixture(Fixture),
    /// A tuple, the fields of a struct, or several replies of one object.
    Record(Vec<Value>),
    /// An `Option` of anything that is returned.
    Maybe(Option<Box<Value>>),
}

impl Array {
    /// A matrix with these entries, or without any if it is too large to be sent. Places are signed, so that differences
    /// are what they are on paper. Compiled here, where loops are optimised.
    pub fn matrix([rows, columns]: [i64; 2], entry: &dyn Fn(i64, i64) -> f64) -> Self {
        let is_sent = rows.saturating_mul(columns) <= crate::MAX_ENTRIES as i64;
        let sent = if is_sent { rows } else { 0 };
        let mut entries = Vec::with_capacity((sent * columns) as usize);
        for i in 0..sent {
            entries.extend((0..columns).map(|j| entry(i, j)));
        }
        Self {
            shape: vec![rows as u64, columns as u64],
            layout: Layout::Rows,
            entries,
        }
    }

    /// The places, counted row by row, at which another array of the same shape has other entries. An entry may differ by
    /// what stands in `allowed` at its place, and not at all where nothing does; -0 is 0, and NaN is NaN.
    pub fn differing(&self, other: &Self, allowed: &[f64]) -> Vec<usize> {
        let pairs = self.entries.iter().zip(&other.entries).enumerate();
        let is_near = |place: usize, a: f64, b: f64| {
            let allowed = allowed.get(place);
            // Where it may be off by any amount, NaN is one of them.
            let by = |allowed: &f64| *allowed == f64::INFINITY || (a - b).abs() <= *allowed;
            equal(a, b) || allowed.is_some_and(by)
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
