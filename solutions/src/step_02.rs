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
// ANCHOR: answer_1
use ndarray::{ErrorKind, arr0};
// ANCHOR_END: answer_1
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
/// # use solutions::step_02::*;
/// assert_eq!(mask_value::<f32>(), f32::NEG_INFINITY);
/// ```
// ANCHOR: mask_value
pub fn mask_value<T: Float>() -> T {
    // 2: Name the value that blocks attention
    // https://docs.rs/num-traits/latest/num_traits/float/trait.Float.html
    // ANCHOR: answer_2
    T::neg_infinity()
    // ANCHOR_END: answer_2
}
// ANCHOR_END: mask_value

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
/// # use solutions::step_02::*;
/// assert_eq!(total_length(3, 2), Ok(5));
/// assert!(total_length(usize::MAX, 1).is_err());
/// ```
// ANCHOR: total_length
pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    // 3: Calculate the total length
    // https://doc.rust-lang.org/std/primitive.usize.html#method.checked_add
    // https://docs.rs/ndarray/latest/ndarray/struct.ShapeError.html
    // ANCHOR: answer_3
    sequence_length
        .checked_add(num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
    // ANCHOR_END: answer_3
}
// ANCHOR_END: total_length

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
/// # use solutions::step_02::*;
/// let two = constant(2.0_f32);
/// assert_eq!(two.shape(), &[0_usize; 0]);
/// assert_eq!(two.into_scalar(), 2.0);
/// ```
// ANCHOR: constant
pub fn constant<T: Float>(value: T) -> Array0<T> {
    // 4: Create a constant
    // https://docs.rs/ndarray/latest/ndarray/fn.arr0.html
    // ANCHOR: answer_4
    arr0(value)
    // ANCHOR_END: answer_4
}
// ANCHOR_END: constant

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
/// # use solutions::step_02::*;
/// let two = constant(2.0_f32);
/// assert_eq!(broadcast_to(&two, (1, 3))?, ndarray::array![[2.0, 2.0, 2.0]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
// ANCHOR: broadcast_to
pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,
    shape: (usize, usize),
) -> Result<ArrayView2<'_, T>, ShapeError> {
    // 5: Broadcast the constant to the shape
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.broadcast
    // ANCHOR: answer_5
    tensor
        .broadcast(shape)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
    // ANCHOR_END: answer_5
}
// ANCHOR_END: broadcast_to

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
/// # use solutions::step_02::*;
/// let a = ndarray::array![[1.0, 2.0], [3.0, 4.0]];
/// let kept = band_part(a.view(), None, Some(0), false);
/// assert_eq!(kept, ndarray::array![[1.0, 0.0], [3.0, 4.0]]);
/// ```
// ANCHOR: band_part
pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    // 6: Keep the band, or clear it
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.from_shape_fn
    // ANCHOR: answer_6
    let columns = tensor.ncols();
    // Where both strides are 0, all entries are this one.
    let only = tensor.first().filter(|_| tensor.strides() == [0, 0]);
    let mut entries = vec![T::zero(); tensor.len()];
    for (i, row) in entries.chunks_mut(columns.max(1)).enumerate() {
        let start = num_lower.map_or(0, |lower| columns.min(i.saturating_sub(lower)));
        let end = num_upper.map_or(columns, |upper| columns.min(upper.saturating_add(i + 1)));
        let (inside, outside) = ([start..end, 0..0], [0..start, end..columns]);
        for part in if exclude { outside } else { inside } {
            match only {
                Some(entry) => row[part].fill(*entry),
                None => part.for_each(|j| row[j] = tensor[[i, j]]),
            }
        }
    }
    Array2::from_shape_vec(tensor.dim(), entries).expect("as many entries as the shape says")
    // ANCHOR_END: answer_6
}
// ANCHOR_END: band_part

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
/// # use solutions::step_02::*;
/// let blocked = f32::NEG_INFINITY;
/// assert_eq!(causal_mask::<f32>(2, 1)?, ndarray::array![[0.0, blocked, blocked], [0.0, 0.0, blocked]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
// ANCHOR: causal_mask
pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    // 7: Put the parts together and return the mask
    // ANCHOR: answer_7
    let total_length = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total_length))?;
    Ok(band_part(mask, None, Some(0), true))
    // ANCHOR_END: answer_7
}
// ANCHOR_END: causal_mask

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
/// # use solutions::step_02::*;
/// let blocked = f32::NEG_INFINITY;
/// assert_eq!(cached_causal_mask::<f32>(2, 1)?, ndarray::array![[0.0, 0.0, blocked], [0.0, 0.0, 0.0]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
// ANCHOR: cached_causal_mask
pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    // 8: Align the triangle to the lower right
    // ANCHOR: answer_8
    let total_length = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total_length))?;
    Ok(band_part(mask, None, Some(num_tokens), true))
    // ANCHOR_END: answer_8
}
// ANCHOR_END: cached_causal_mask
