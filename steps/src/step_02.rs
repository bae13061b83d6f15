//! # Step 02: Causal masking
//!
//! Build the attention mask that keeps every token from looking at the tokens that come after it.
//!
//! Tasks:
//! 1. Import what your answers need from ndarray
//! 2. Name the value that blocks attention, in any dtype
//! 3. Calculate the total length, and refuse one that overflows
//! 4. Create a constant, an array with no dimensions
//! 5. Broadcast the constant to the shape of the mask
//! 6. Keep the band of a matrix, or clear it
//! 7. Put the parts together and return the causal mask
//! 8. Optional: the mask that a key-value cache needs
//!
//! Run: `cargo s02`

// 1: Import what your answers need from ndarray
// https://docs.rs/ndarray/latest/ndarray/
// TODO 1: Import the items that your answers use, beside those that the signatures use already.
// Hint: Leave this until an answer needs an item; the compiler names what is missing.
use ndarray::{Array0, Array2, ArrayView2, ShapeError};
use num_traits::Float;

/// The score that blocks attention: added to any finite score, it leaves the token no weight after softmax.
///
/// The dtype is the type parameter. The course uses [`half::f16`], [`half::bf16`], `f32` and `f64`; all four are
/// [`Float`].
///
/// # Returns
///
/// Negative infinity in the dtype `T`.
///
/// # Example
///
/// ```
/// # use steps::step_02::*;
/// assert_eq!(mask_value::<f32>(), f32::NEG_INFINITY);
/// ```
pub fn mask_value<T: Float>() -> T {
    // 2: Name the value that blocks attention
    // https://docs.rs/num-traits/latest/num_traits/float/trait.Float.html
    // TODO 2: Return the value that, added to a score, leaves the token no weight after softmax.
    // Hint: Softmax takes the exponential of every score. For which score is that exactly 0?
    todo!("task 2: mask_value")
}

/// The number of keys that a query could look at: those of the sequence and those from before it.
///
/// # Arguments
///
/// * `sequence_length`: how many tokens the sequence has.
/// * `num_tokens`: how many more tokens there are to look at, such as those in a key-value cache.
///
/// # Returns
///
/// Their sum, which is the width of the mask.
///
/// # Errors
///
/// [`ShapeError`] if the sum does not fit into a `usize`.
///
/// # Example
///
/// ```
/// # use steps::step_02::*;
/// assert_eq!(total_length(3, 2), Ok(5));
/// assert!(total_length(usize::MAX, 1).is_err());
/// ```
pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    // 3: Calculate the total length
    // https://doc.rust-lang.org/std/primitive.usize.html#method.checked_add
    // https://docs.rs/ndarray/latest/ndarray/struct.ShapeError.html
    // TODO 3: Return the sum of both lengths, or an error where it does not fit into a `usize`.
    // Hint: `+` panics on overflow in a debug build and wraps in a release build. Look for an
    // addition that tells you instead.
    todo!("task 3: total_length")
}

/// A constant: an array with no dimensions, which holds one value.
///
/// # Arguments
///
/// * `value`: the value, in the dtype `T`.
///
/// # Returns
///
/// An [`Array0`] of shape `()` and dtype `T`.
///
/// # Example
///
/// ```
/// # use steps::step_02::*;
/// let two = constant(2.0_f32);
/// assert_eq!(two.shape(), &[0_usize; 0]);
/// assert_eq!(two.into_scalar(), 2.0);
/// ```
pub fn constant<T: Float>(value: T) -> Array0<T> {
    // 4: Create a constant
    // https://docs.rs/ndarray/latest/ndarray/fn.arr0.html
    // TODO 4: Return an array with no dimensions that holds `value`.
    // Hint: ndarray has a function for each small number of dimensions: for a vector it is `arr1`.
    todo!("task 4: constant")
}

/// Shows a constant as a matrix whose entries are all that one value, without copying it.
///
/// # Arguments
///
/// * `tensor`: the constant, of shape `()` and dtype `T`.
/// * `shape`: the shape to show it in, as `(rows, columns)`.
///
/// # Returns
///
/// An [`ArrayView2`] of this shape. It borrows from `tensor`: every entry is the same place in memory.
///
/// # Errors
///
/// [`ShapeError`] if the product of the sides that are not 0 is larger than `isize::MAX`.
///
/// # Example
///
/// ```
/// # use steps::step_02::*;
/// let two = constant(2.0_f32);
/// assert_eq!(broadcast_to(&two, (1, 3))?, ndarray::array![[2.0, 2.0, 2.0]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    // 5: Broadcast the constant to the shape
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.broadcast
    // TODO 5: Return a view of `tensor` in the given shape, or an error where there is none.
    // Hint: Every entry of the view is the same place in memory, so nothing is copied. An ndarray
    // array has a method for that.
    todo!("task 5: broadcast_to")
}

/// Keeps the band around the diagonal of a matrix and sets everything else to 0, or the other way round.
///
/// The entry in row `i` and column `j` is inside the band where `i - j <= num_lower` and `j - i <= num_upper`. Both
/// bounds include their edge, so `Some(0)` keeps the diagonal itself. `None` sets no limit, and neither does a bound
/// that is wider than the matrix.
///
/// # Arguments
///
/// * `tensor`: a matrix of any shape and dtype `T`.
/// * `num_lower`: how many diagonals below the main one belong to the band; `None` for all of them.
/// * `num_upper`: how many diagonals above the main one belong to the band; `None` for all of them.
/// * `exclude`: `false` keeps the inside of the band, `true` keeps the outside.
///
/// # Returns
///
/// A new [`Array2`] of the same shape: the kept entries as they are in `tensor`, the rest 0.
///
/// # Example
///
/// ```
/// # use steps::step_02::*;
/// let a = ndarray::array![[1.0, 2.0], [3.0, 4.0]];
/// let kept = band_part(a.view(), None, Some(0), false);
/// assert_eq!(kept, ndarray::array![[1.0, 0.0], [3.0, 4.0]]);
/// ```
pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    // 6: Keep the band, or clear it
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.from_shape_fn
    // TODO 6: Return a new matrix: the entries of `tensor` inside the band and 0 outside it, or
    // the other way round with `exclude`.
    // Hint: Decide for one entry, in row i and column j, whether it is inside the band. The rest
    // is asking that for every entry.
    todo!("task 6: band_part")
}

/// The causal mask: add it to the attention scores before softmax, and no token sees a later one.
///
/// Row `i` is the query of token `i`, column `j` the key of token `j`.
///
/// # Arguments
///
/// * `sequence_length`: how many tokens the sequence has, the number of rows. 0 is allowed and gives an empty mask.
/// * `num_tokens`: how many columns to add to those of the sequence.
///
/// # Returns
///
/// A new [`Array2`] of shape `(sequence_length, sequence_length + num_tokens)` and dtype `T`: 0 where `j <= i`, and
/// negative infinity elsewhere.
///
/// # Errors
///
/// [`ShapeError`] if `sequence_length + num_tokens` does not fit into a `usize`, or the mask has too many entries.
///
/// # Alignment
///
/// The triangle starts in the upper left corner whatever `num_tokens` is: that is what MAX computes, and what this
/// task asks for. With `num_tokens = 0` it is *the* causal mask. With keys in a cache it is not, because there the
/// cached keys come first and query `i` stands at position `num_tokens + i`; [`cached_causal_mask`] is the one to use.
///
/// # What became of `dtype` and `device`
///
/// In MAX they are arguments. Here the dtype is the type parameter `T`, so that a mask of the wrong dtype does not
/// compile, and there is no device: ndarray keeps its arrays in the memory of the host.
///
/// # Example
///
/// ```
/// # use steps::step_02::*;
/// let blocked = f32::NEG_INFINITY;
/// assert_eq!(causal_mask::<f32>(2, 1)?, ndarray::array![[0.0, blocked, blocked], [0.0, 0.0, blocked]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    // 7: Put the parts together and return the mask
    // TODO 7: Return the mask: 0 where `j <= i`, the value of task 2 elsewhere.
    // Hint: Tasks 2 to 6 are the parts. Start with a matrix that blocks everything, then clear
    // what a token may look at.
    todo!("task 7: causal_mask")
}

/// The causal mask for new tokens whose predecessors are in a key-value cache.
///
/// The cached keys come first, so the query in row `i` belongs to the token at position `num_tokens + i`. It may look
/// at all cached keys, at the new keys before it, and at its own: the triangle ends in the lower right corner.
///
/// # Arguments
///
/// * `sequence_length`: how many new tokens there are, the number of rows.
/// * `num_tokens`: how many tokens are in the cache.
///
/// # Returns
///
/// A new [`Array2`] of shape `(sequence_length, sequence_length + num_tokens)` and dtype `T`: 0 where
/// `j <= i + num_tokens`, and negative infinity elsewhere. These are the last `sequence_length` rows of
/// `causal_mask(sequence_length + num_tokens, 0)`.
///
/// # Errors
///
/// [`ShapeError`] if `sequence_length + num_tokens` does not fit into a `usize`, or the mask has too many entries.
///
/// # Example
///
/// ```
/// # use steps::step_02::*;
/// let blocked = f32::NEG_INFINITY;
/// assert_eq!(cached_causal_mask::<f32>(2, 1)?, ndarray::array![[0.0, 0.0, blocked], [0.0, 0.0, 0.0]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    // 8: Align the triangle to the lower right
    // TODO 8: Return the mask for a cache: 0 where `j <= i + num_tokens`, the value of task 2
    // elsewhere.
    // Hint: One argument differs from task 7. How many diagonals above the main one may the first
    // new token look at?
    todo!("task 8: cached_causal_mask")
}
