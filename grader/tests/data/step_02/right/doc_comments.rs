//! Comments and documentation of every kind, with examples, a `todo!()` that is only talked of and old attempts
//! that are commented out.

/* Block comments, /* nested ones */ and `fn band_part(` in a comment. */

use ndarray::{Array0, Array2, ArrayView2, ErrorKind, ShapeError, arr0};
use num_traits::Float;

/** Negative infinity.

```
assert!(step_02::mask_value::<f32>().is_infinite());
```
*/
pub fn mask_value<T: Float>() -> T {
    // todo!("task 2: mask_value")
    T::neg_infinity() // not T::min_value()!
}

#[doc = "The sum of both, or an error."]
pub fn total_length(sequence_length: usize, num_tokens: usize) -> Result<usize, ShapeError> {
    //! Documented from the inside.
    // sequence_length + num_tokens   <- panics
    sequence_length
        .checked_add(/* the other part */ num_tokens)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

/// `constant(2.0)` ↦ `2.0`; 定数、константа, 🦀.
pub fn constant<T: Float>(value: T) -> Array0<T> {
    arr0(value)
}

/// # Example
///
/// ```text
/// let text = "pub fn broadcast_to(";
/// ```
pub fn broadcast_to<T: Float>(
    tensor: &Array0<T>,    // shape ()
    shape: (usize, usize), // rows, columns
) -> Result<ArrayView2<'_, T>, ShapeError> {
    tensor
        .broadcast(shape)
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
}

/// |       | inside | outside |
/// |-------|--------|---------|
/// | false | kept   | 0       |
/// | true  | 0      | kept    |
pub fn band_part<T: Float>(
    tensor: ArrayView2<'_, T>,
    num_lower: Option<usize>,
    num_upper: Option<usize>,
    exclude: bool,
) -> Array2<T> {
    /*
    First attempt, panics:
        if i - j <= num_lower.unwrap() { … }
    */
    Array2::from_shape_fn(tensor.dim(), |(i, j)| {
        let inside = num_lower.is_none_or(|n| i <= j + n) // below
            && num_upper.is_none_or(|n| j <= i + n); // above
        if inside != exclude {
            tensor[[i, j]]
        } else {
            T::zero()
        }
    })
}

/// What a *GPT* needs: see [`band_part`] and [`cached_causal_mask`].
pub fn causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    // 1. the width
    let total = total_length(sequence_length, num_tokens)?;
    // 2. the value
    let blocked = constant(mask_value());
    // 3. the matrix
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    // 4. the triangle
    Ok(band_part(mask, None, Some(0), true))
}

/// The same, moved to the right.
pub fn cached_causal_mask<T: Float>(
    sequence_length: usize,
    num_tokens: usize,
) -> Result<Array2<T>, ShapeError> {
    let total = total_length(sequence_length, num_tokens)?;
    let blocked = constant(mask_value());
    let mask = broadcast_to(&blocked, (sequence_length, total))?;
    Ok(band_part(mask, None, Some(num_tokens), true))
}
