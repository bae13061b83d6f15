//! # Step 08: Residual connections and layer normalization
//!
//! Let every layer add to what is there and replace nothing, and normalize what it reads.
//!
//! Tasks:
//! 1. Add what a layer made to what went in
//! 2. Normalize, call the layer, add
//!
//! Run: `cargo s08`

use ndarray::{Array2, ArrayView2, ErrorKind, ShapeError};

use crate::step_03::LayerNorm;

/// The sum of what goes into a layer and what comes out: the *residual connection* around it.
///
/// # Arguments
///
/// * `x`: what went in, of shape `(tokens, channels)`.
/// * `sublayer_output`: what the layer made of it, of the same shape.
///
/// # Returns
///
/// A new [`Array2`] of that shape.
///
/// # Errors
///
/// [`ShapeError`] if the shapes differ in any way: a single row or column is not repeated.
///
/// # Example
///
/// ```
/// # use solutions::step_08::*;
/// # use ndarray::array;
/// let x = array![[1.0, 2.0], [3.0, 4.0]];
/// let output = array![[0.5, 0.0], [0.0, -4.0]];
/// assert_eq!(residual(x.view(), output.view())?, array![[1.5, 2.0], [3.0, 0.0]]);
/// assert!(residual(x.view(), array![[0.5, 0.0]].view()).is_err());
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
// ANCHOR: residual
pub fn residual(
    x: ArrayView2<'_, f32>,
    sublayer_output: ArrayView2<'_, f32>,
) -> Result<Array2<f32>, ShapeError> {
    // 1: Add what a layer made to what went in
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#broadcasting
    // ANCHOR: answer_1
    if x.dim() != sublayer_output.dim() {
        return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
    }
    Ok(&x + &sublayer_output)
    // ANCHOR_END: answer_1
}
// ANCHOR_END: residual

/// A layer with normalization before it and a residual connection around both: `x + sublayer(norm(x))`.
///
/// # Arguments
///
/// * `x`: a matrix of shape `(tokens, channels)`.
/// * `norm`: the normalization, of as many channels.
/// * `sublayer`: the layer; it is called once, with the normalized matrix.
///
/// # Returns
///
/// A new [`Array2`] of the shape of `x`.
///
/// # Errors
///
/// [`ShapeError`] if `norm` has another number of channels, if what the layer returns has another shape than `x`, and
/// whatever error the layer itself returns.
///
/// # Example
///
/// ```
/// # use solutions::{step_03::LayerNorm, step_08::*};
/// # use ndarray::array;
/// let norm = LayerNorm::new(array![1.0, 1.0], array![0.0, 0.0], 3.0)?;
/// let x = array![[1.0, 3.0]];
/// // The row is normalized to -0.5 and 0.5.
/// let y = pre_norm(x.view(), &norm, |h| Ok(h.mapv(|h| 10.0 * h)))?;
/// assert_eq!(y, array![[-4.0, 8.0]]);
/// # Ok::<(), ndarray::ShapeError>(())
/// ```
// ANCHOR: pre_norm
pub fn pre_norm(
    x: ArrayView2<'_, f32>,
    norm: &LayerNorm,
    sublayer: impl FnOnce(ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError>,
) -> Result<Array2<f32>, ShapeError> {
    // 2: Normalize, call the layer, add
    // ANCHOR: answer_2
    let normalized = norm.forward(x)?;
    let output = sublayer(normalized.view())?;
    residual(x, output.view())
    // ANCHOR_END: answer_2
}
// ANCHOR_END: pre_norm
