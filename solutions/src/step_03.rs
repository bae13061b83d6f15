//! # Step 03: Layer normalization
//!
//! Bring every token to the same scale, whatever the layers before have made of it: mean 0, variance 1, and then the
//! scale and the shift that the model has learned.
//!
//! Tasks:
//! 1. The mean of every row
//! 2. The variance of every row
//! 3. Normalize every row
//! 4. Scale and shift the channels
//! 5. Make a layer, and refuse parameters that do not go together
//! 6. Put the parts together
//!
//! Run: `cargo s03`

use std::error::Error;
use std::fmt;

use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, ErrorKind, ShapeError};

/// Two lengths that had to be the same: of the parameters of a layer, or of a parameter and a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapeMismatch {
    /// The length that was needed.
    pub expected: usize,
    /// The length that was there.
    pub actual: usize,
}

impl fmt::Display for ShapeMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, actual } = self;
        write!(f, "expected a vector of shape [{expected}], got [{actual}]")
    }
}

impl Error for ShapeMismatch {}

/// So that `?` works where the error is ndarray's own, as it is in the later steps.
impl From<ShapeMismatch> for ShapeError {
    fn from(_: ShapeMismatch) -> Self {
        Self::from_kind(ErrorKind::IncompatibleShape)
    }
}

/// The mean of every row.
///
/// # Arguments
///
/// * `x`: a matrix of shape `(tokens, channels)`, with at least one channel.
///
/// # Returns
///
/// A new [`Array1`] of shape `(tokens)`.
///
/// # Example
///
/// ```
/// # use solutions::step_03::*;
/// let x = ndarray::array![[1.0, 2.0, 6.0], [4.0, 4.0, 4.0]];
/// assert_eq!(mean(x.view()), ndarray::array![3.0, 4.0]);
/// ```
// ANCHOR: mean
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    // 1: The mean of every row
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.sum_axis
    // ANCHOR: answer_1
    x.sum_axis(Axis(1)) / x.ncols() as f32
    // ANCHOR_END: answer_1
}
// ANCHOR_END: mean

/// The variance of every row: the mean of its squared distances from its own mean.
///
/// The sum is divided by the number of channels n, not by n - 1: this is the *biased* variance. It is not about a sample
/// from something larger; the row is all there is.
///
/// # Arguments
///
/// * `x`: a matrix of shape `(tokens, channels)`, with at least one channel.
///
/// # Returns
///
/// A new [`Array1`] of shape `(tokens)`. For a row with an infinite number it is NaN, as infinity minus infinity is.
///
/// # Example
///
/// ```
/// # use solutions::step_03::*;
/// let x = ndarray::array![[1.0, 3.0], [4.0, 4.0]];
/// assert_eq!(variance(x.view()), ndarray::array![1.0, 0.0]);
/// ```
// ANCHOR: variance
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    // 2: The variance of every row
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.insert_axis
    // ANCHOR: answer_2
    let mut squares = &x - &mean(x).insert_axis(Axis(1));
    squares.mapv_inplace(|distance| distance * distance);
    mean(squares.view())
    // ANCHOR_END: answer_2
}
// ANCHOR_END: variance

/// Brings every row to mean 0 and variance 1.
///
/// From every entry the mean of its row is subtracted, and the rest is divided by the root of the row's variance plus
/// `eps`. That small number is what keeps a row of equal entries, whose variance is 0, from being divided by 0.
///
/// # Arguments
///
/// * `x`: a matrix of shape `(tokens, channels)`, with at least one channel.
/// * `eps`: what is added to the variance, above 0; 1e-5 in GPT-2.
///
/// # Returns
///
/// A new [`Array2`] of the same shape.
///
/// # Example
///
/// ```
/// # use solutions::step_03::*;
/// let x = ndarray::array![[1.0, 3.0], [4.0, 4.0]];
/// assert_eq!(normalize(x.view(), 3.0), ndarray::array![[-0.5, 0.5], [0.0, 0.0]]);
/// ```
// ANCHOR: normalize
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    // 3: Normalize every row
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#arithmetic-operations
    // ANCHOR: answer_3
    let deviation = variance(x).mapv(|variance| (variance + eps).sqrt());
    (&x - &mean(x).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1))
    // ANCHOR_END: answer_3
}
// ANCHOR_END: normalize

/// Multiplies every channel by its weight and adds its bias.
///
/// # Arguments
///
/// * `x`: a matrix of shape `(tokens, channels)`.
/// * `weight`: what channel `j` is multiplied by, of shape `(channels)`.
/// * `bias`: what is then added to channel `j`, of shape `(channels)`.
///
/// # Returns
///
/// A new [`Array2`] of the same shape as `x`.
///
/// # Errors
///
/// [`ShapeMismatch`] if `weight` or `bias` has another length than a row of `x`, whose length is the `expected` one.
///
/// # Example
///
/// ```
/// # use solutions::step_03::*;
/// # use ndarray::array;
/// let x = array![[1.0, 2.0], [3.0, 4.0]];
/// let y = scale_and_shift(x.view(), array![2.0, 1.0].view(), array![0.0, 0.5].view())?;
/// assert_eq!(y, array![[2.0, 2.5], [6.0, 4.5]]);
/// # Ok::<(), ShapeMismatch>(())
/// ```
// ANCHOR: scale_and_shift
pub fn scale_and_shift(
    x: ArrayView2<'_, f32>,
    weight: ArrayView1<'_, f32>,
    bias: ArrayView1<'_, f32>,
) -> Result<Array2<f32>, ShapeMismatch> {
    // 4: Scale and shift the channels
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#broadcasting
    // ANCHOR: answer_4
    let expected = x.ncols();
    for actual in [weight.len(), bias.len()] {
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
    }
    Ok(&x * &weight + bias)
    // ANCHOR_END: answer_4
}
// ANCHOR_END: scale_and_shift

/// Layer normalization with its parameters, as it stands twice in every block of GPT-2 and once at the end.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNorm {
    /// What every channel is multiplied by, of shape `(channels)`.
    pub weight: Array1<f32>,
    /// What is added to every channel, of shape `(channels)`.
    pub bias: Array1<f32>,
    /// What is added to the variance.
    pub eps: f32,
}

impl LayerNorm {
    /// A layer with these parameters.
    ///
    /// # Arguments
    ///
    /// * `weight`: what every channel is multiplied by, of shape `(channels)`.
    /// * `bias`: what is added to every channel, of shape `(channels)`.
    /// * `eps`: what is added to the variance, above 0; 1e-5 in GPT-2.
    ///
    /// # Errors
    ///
    /// [`ShapeMismatch`] if `weight` and `bias` have different lengths; that of `weight` is the `expected` one.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_03::*;
    /// # use ndarray::array;
    /// let refused = LayerNorm::new(array![1.0, 1.0], array![0.0], 1e-5);
    /// assert_eq!(refused, Err(ShapeMismatch { expected: 2, actual: 1 }));
    /// ```
    // ANCHOR: LayerNorm_new
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        // 5: Make a layer, and refuse parameters that do not go together
        // ANCHOR: answer_5
        let (expected, actual) = (weight.len(), bias.len());
        if actual != expected {
            return Err(ShapeMismatch { expected, actual });
        }
        Ok(Self { weight, bias, eps })
        // ANCHOR_END: answer_5
    }
    // ANCHOR_END: LayerNorm_new

    /// Normalizes every row, then scales and shifts its channels.
    ///
    /// # Arguments
    ///
    /// * `x`: a matrix of shape `(tokens, channels)`, with at least one channel. No tokens are allowed and give an empty
    ///   matrix.
    ///
    /// # Returns
    ///
    /// A new [`Array2`] of the same shape.
    ///
    /// # Errors
    ///
    /// [`ShapeMismatch`] if a row of `x` has another length than the parameters.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_03::*;
    /// # use ndarray::array;
    /// let layer = LayerNorm::new(array![2.0, 2.0], array![0.0, 1.0], 3.0)?;
    /// assert_eq!(layer.forward(array![[1.0, 3.0]].view())?, array![[-1.0, 2.0]]);
    /// # Ok::<(), ShapeMismatch>(())
    /// ```
    // ANCHOR: LayerNorm_forward
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        // 6: Put the parts together
        // ANCHOR: answer_6
        let normalized = normalize(x, self.eps);
        scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
        // ANCHOR_END: answer_6
    }
    // ANCHOR_END: LayerNorm_forward
}
