//! Arrays of bounded numbers: the arguments of a call, and its answer.

use super::Bounded;
use protocol::{Array, Layout, Value};

/// Rows of entries.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// How long a row is.
    pub columns: usize,
    /// The rows.
    pub rows: Vec<Vec<Bounded>>,
}

impl Matrix {
    /// The matrix with these entries.
    pub fn new(rows: usize, columns: usize, entry: impl Fn(usize, usize) -> Bounded) -> Self {
        Self::made(rows, columns, &entry)
    }

    /// The same. Compiled here, where loops are optimised, and not once more where it is called.
    fn made(rows: usize, columns: usize, entry: &dyn Fn(usize, usize) -> Bounded) -> Self {
        let row = |i| (0..columns).map(|j| entry(i, j)).collect();
        let rows = (0..rows).map(row).collect();
        Self { columns, rows }
    }

    /// The matrix that is an argument.
    pub fn of(value: &Value) -> Option<Self> {
        let &[rows, columns] = value.array()?.shape.as_slice() else {
            return None;
        };
        let (columns, entries) = (columns as usize, vector(value)?);
        let entry = |i, j| entries[i * columns + j];
        Some(Self::new(rows as usize, columns, entry))
    }

    /// The matrix of one row, or of one column where it is transposed.
    pub fn row(entries: &[Bounded]) -> Self {
        Self {
            columns: entries.len(),
            rows: vec![entries.to_vec()],
        }
    }

    /// What becomes of every entry.
    pub fn map(&self, of: impl Fn(Bounded) -> Bounded) -> Self {
        self.mapped(&of)
    }

    fn mapped(&self, of: &dyn Fn(Bounded) -> Bounded) -> Self {
        Self::new(self.rows.len(), self.columns, |i, j| of(self.rows[i][j]))
    }

    /// The matrix product; `None` where the lengths do not fit, as a library panics there.
    pub fn dot(&self, other: &Self) -> Option<Self> {
        self.dot_plus(other, &[])
    }

    /// The matrix product and a row that is added to each of its rows, before the products or after them.
    pub fn dot_plus(&self, other: &Self, row: &[Bounded]) -> Option<Self> {
        let columns = other.transposed().rows;
        let entry = |i: usize, j: usize| {
            let products = self.rows[i].iter().zip(&columns[j]);
            let products = products.map(|(a, b)| *a * *b);
            products.chain(row.get(j).copied()).sum()
        };
        (self.columns == other.rows.len()).then(|| Self::new(self.rows.len(), other.columns, entry))
    }

    /// What becomes of every two entries, where a side of 1 is repeated; `None` where the sides do not fit, as ndarray
    /// panics there.
    pub fn broadcast(
        &self,
        other: &Self,
        of: impl Fn(Bounded, Bounded) -> Bounded,
    ) -> Option<Self> {
        self.broadcasted(other, &of)
    }

    fn broadcasted(&self, other: &Self, of: &dyn Fn(Bounded, Bounded) -> Bounded) -> Option<Self> {
        let side = |one: usize, other: usize| match (one, other) {
            (one, other) if one == other => Some(one),
            (1, other) => Some(other),
            (one, 1) => Some(one),
            _ => None,
        };
        let rows = side(self.rows.len(), other.rows.len())?;
        let columns = side(self.columns, other.columns)?;
        let at = |matrix: &Self, i: usize, j: usize| {
            let row = &matrix.rows[i.min(matrix.rows.len() - 1)];
            row[j.min(row.len() - 1)]
        };
        Some(Self::new(rows, columns, |i, j| {
            of(at(self, i, j), at(other, i, j))
        }))
    }

    /// Its columns as rows.
    pub fn transposed(&self) -> Self {
        Self::new(self.columns, self.rows.len(), |i, j| self.rows[j][i])
    }
}

/// The entries of an argument one after the other: of a number, a vector, or a matrix row by row.
pub fn vector(value: &Value) -> Option<Vec<Bounded>> {
    let array = value.array()?;
    let count = array.shape.iter().product::<u64>() as usize;
    let entries = array.entries.iter().copied().map(Bounded::exact);
    Some(match array.layout {
        // One number is all that there is of it.
        Layout::Broadcast => entries.cycle().take(count).collect(),
        _ => entries.collect(),
    })
}

/// What a function answers, right or wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// An array of this shape; its entries row by row.
    Array(Vec<u64>, Vec<Bounded>),
    /// The fields of a struct.
    Record(Vec<Answer>),
    /// An error.
    Error,
    /// A panic of any kind.
    Panic,
}

impl From<Matrix> for Answer {
    fn from(matrix: Matrix) -> Self {
        let shape = [matrix.rows.len(), matrix.columns].map(|length| length as u64);
        Self::Array(shape.to_vec(), matrix.rows.concat())
    }
}

impl From<Vec<Bounded>> for Answer {
    fn from(entries: Vec<Bounded>) -> Self {
        Self::Array(vec![entries.len() as u64], entries)
    }
}

impl Answer {
    /// The value, and by how much each of its entries may differ; `None` where there is an error or a panic.
    pub fn value(&self) -> Option<(Value, Vec<f64>)> {
        let mut slack = Vec::new();
        Some((self.part(&mut slack)?, slack))
    }

    /// The value, whose entries may differ by what is added to `slack`.
    fn part(&self, slack: &mut Vec<f64>) -> Option<Value> {
        match self {
            Self::Array(shape, entries) => {
                slack.extend(entries.iter().map(|entry| entry.stored().error));
                Some(Value::Array(Array {
                    shape: shape.clone(),
                    layout: Layout::Rows,
                    entries: entries.iter().map(|entry| entry.stored().value).collect(),
                }))
            }
            Self::Record(fields) => {
                let fields = fields.iter().map(|field| field.part(slack));
                fields.collect::<Option<_>>().map(Value::Record)
            }
            Self::Error | Self::Panic => None,
        }
    }
}
