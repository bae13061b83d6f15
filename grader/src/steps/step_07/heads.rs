//! What several heads have, and the whole that they belong to.

use crate::protocol::Value;
use crate::steps::step_04::oracle::Layer;
use bounded::{Answer, Bounded, Matrix, vector};

/// A matrix for every head.
pub(in crate::steps) struct Cube {
    /// Heads, tokens, channels; or in whichever order a mistake has them.
    pub shape: [usize; 3],
    entries: Vec<Bounded>,
}

/// How many there are of what is split among heads.
pub(in crate::steps) struct Sizes {
    pub tokens: usize,
    pub channels: usize,
    pub heads: usize,
}

/// The arguments of the whole.
#[derive(Clone)]
pub(in crate::steps) struct Attention {
    pub c_attn: Layer,
    pub c_proj: Layer,
    pub heads: u64,
}

impl Cube {
    /// The array with these entries.
    pub fn new(shape: [usize; 3], entry: impl Fn([usize; 3]) -> Bounded) -> Self {
        let mut entries = Vec::new();
        for i in 0..shape[0] {
            for j in 0..shape[1] {
                entries.extend((0..shape[2]).map(|k| entry([i, j, k])));
            }
        }
        Self { shape, entries }
    }

    /// The array that is an argument.
    pub fn of(value: &Value) -> Option<Self> {
        let &[i, j, k] = value.array()?.shape.as_slice() else {
            return None;
        };
        let shape = [i, j, k].map(|side| side as usize);
        let entries = vector(value)?;
        Some(Self { shape, entries })
    }

    /// One entry.
    pub fn at(&self, [i, j, k]: [usize; 3]) -> Bounded {
        self.entries[(i * self.shape[1] + j) * self.shape[2] + k]
    }

    /// The matrix of one head.
    pub fn head(&self, head: usize) -> Matrix {
        let [_, tokens, width] = self.shape;
        Matrix::new(tokens, width, |i, j| self.at([head, i, j]))
    }

    /// The matrix of all heads, by where each of its entries is: from token and channel to head, token and channel.
    pub fn merge(&self, place: impl Fn(usize, usize) -> [usize; 3]) -> Matrix {
        let [heads, tokens, width] = self.shape;
        Matrix::new(tokens, heads * width, |i, j| self.at(place(i, j)))
    }

    /// The sum over the heads.
    pub fn piled_up(&self) -> Matrix {
        let [heads, tokens, width] = self.shape;
        Matrix::new(tokens, width, |i, j| {
            (0..heads).map(|head| self.at([head, i, j])).sum()
        })
    }
}

impl From<Cube> for Answer {
    fn from(cube: Cube) -> Self {
        Self::Array(cube.shape.map(|side| side as u64).to_vec(), cube.entries)
    }
}

impl Sizes {
    /// Those of a matrix of tokens, where so many heads can share its channels.
    pub fn of(x: &Matrix, heads: u64) -> Option<Self> {
        let heads = usize::try_from(heads).ok()?;
        let shares = heads > 0 && x.columns.is_multiple_of(heads);
        shares.then_some(Self {
            tokens: x.rows.len(),
            channels: x.columns,
            heads,
        })
    }

    /// The channels of a head.
    pub fn width(&self) -> usize {
        self.channels / self.heads
    }

    /// A matrix for every head, by its entries.
    pub fn split(&self, entry: impl Fn([usize; 3]) -> Bounded) -> Cube {
        Cube::new([self.heads, self.tokens, self.width()], entry)
    }
}

impl Attention {
    /// The attention that is an argument.
    pub fn of(value: &Value) -> Option<Self> {
        let Value::Record(parts) = value else {
            return None;
        };
        let [c_attn, c_proj, Value::Size(heads)] = parts.as_slice() else {
            return None;
        };
        Some(Self {
            c_attn: Layer::of(c_attn)?,
            c_proj: Layer::of(c_proj)?,
            heads: *heads,
        })
    }
}
