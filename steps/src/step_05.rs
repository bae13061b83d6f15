//! # Step 05: Token embeddings
//!
//! Turn the numbers of tokens into rows of numbers that a model can work on: look each of them up in a table.
//!
//! Tasks:
//! 1. Look up the row of every token
//! 2. The same ids as rows of zeros with a single one
//!
//! Run: `cargo s05`

use ndarray::{Array2, Axis, ErrorKind, ShapeError};

/// A table with a row for every id: of the tokens of a vocabulary, or of the positions in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    /// The rows, of shape `(ids, channels)`.
    pub weight: Array2<f32>,
}

impl Embedding {
    /// The rows of these ids, in their order.
    ///
    /// # Arguments
    ///
    /// * `ids`: row numbers, counted from 0. One may come again, and there may be none.
    ///
    /// # Returns
    ///
    /// A new [`Array2`] of shape `(tokens, channels)`, with a row for every id.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if the table has no such row.
    ///
    /// # Example
    ///
    /// ```
    /// # use steps::step_05::*;
    /// # use ndarray::array;
    /// let table = Embedding { weight: array![[0.0, 0.5], [1.0, 1.5], [2.0, 2.5]] };
    /// assert_eq!(table.forward(&[2, 0, 2])?, array![[2.0, 2.5], [0.0, 0.5], [2.0, 2.5]]);
    /// assert!(table.forward(&[3]).is_err());
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    pub fn forward(&self, ids: &[usize]) -> Result<Array2<f32>, ShapeError> {
        // 1: Look up the row of every token
        // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.select
        // TODO 1: Return the rows of these ids in their order, or an error where the table has no
        // such row.
        // Hint: First ask whether every id is a row of the table. After that nothing can go wrong,
        // and the rows can be copied.
        todo!("task 1: Embedding::forward")
    }
}

/// A row for every id that is 1 at the place of the id and 0 everywhere else.
///
/// A matrix product with such a row picks one row of the other matrix. So a lookup is a product, only a quicker one.
///
/// # Arguments
///
/// * `ids`: places in a row, counted from 0.
/// * `num_classes`: how long a row is.
///
/// # Returns
///
/// A new [`Array2`] of shape `(tokens, num_classes)`.
///
/// # Errors
///
/// [`ShapeError`] if an id is no place in a row.
///
/// # Example
///
/// ```
/// # use steps::step_05::*;
/// # use ndarray::array;
/// let ids = [2, 0];
/// let rows = one_hot(&ids, 3)?;
/// assert_eq!(rows, array![[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]);
/// let table = Embedding { weight: array![[0.0, 0.5], [1.0, 1.5], [2.0, 2.5]] };
/// assert_eq!(rows.dot(&table.weight), table.forward(&ids)?);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn one_hot(ids: &[usize], num_classes: usize) -> Result<Array2<f32>, ShapeError> {
    // 2: The same ids as rows of zeros with a single one
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.get_mut
    // TODO 2: Return a row for every id, 1 at the place of the id and 0 elsewhere, or an error
    // where that is no place.
    // Hint: Begin with zeros and put in one number a row. Which row, and which column?
    todo!("task 2: one_hot")
}
