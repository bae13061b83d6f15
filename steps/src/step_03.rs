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
/// # use steps::step_03::*;
/// let x = ndarray::array![[1.0, 2.0, 6.0], [4.0, 4.0, 4.0]];
/// assert_eq!(mean(x.view()), ndarray::array![3.0, 4.0]);
/// ```
pub fn mean(x: ArrayView2<'_, f32>) -> Array1<f32> {
    // 1: The mean of every row
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.sum_axis
    // TODO 1: Return the mean of every row: one number a token.
    // Hint: A row is a token, and its mean is the sum of its entries divided by how many they are.
    // Which axis has to disappear from a matrix of shape (tokens, channels)?
    todo!("task 1: mean")
}

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
/// # use steps::step_03::*;
/// let x = ndarray::array![[1.0, 3.0], [4.0, 4.0]];
/// assert_eq!(variance(x.view()), ndarray::array![1.0, 0.0]);
/// ```
pub fn variance(x: ArrayView2<'_, f32>) -> Array1<f32> {
    // 2: The variance of every row
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#method.insert_axis
    // TODO 2: Return the variance of every row: the mean of the squared distances from the row's
    // own mean.
    // Hint: Three steps: subtract from every entry the mean of its row, square what is left, and
    // take the mean again. Mind that the mean of the squares minus the square of the mean is the
    // same on paper only.
    todo!("task 2: variance")
}

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
/// # use steps::step_03::*;
/// let x = ndarray::array![[1.0, 3.0], [4.0, 4.0]];
/// assert_eq!(normalize(x.view(), 3.0), ndarray::array![[-0.5, 0.5], [0.0, 0.0]]);
/// ```
pub fn normalize(x: ArrayView2<'_, f32>, eps: f32) -> Array2<f32> {
    // 3: Normalize every row
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#arithmetic-operations
    // TODO 3: Return every row minus its mean, divided by the root of its variance plus `eps`.
    // Hint: Both parts exist: `mean` and `variance`. What is left is where `eps` goes. It has to
    // keep a variance of 0 from becoming a division by 0, and it is added before the root is
    // taken.
    todo!("task 3: normalize")
}

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
/// # use steps::step_03::*;
/// # use ndarray::array;
/// let x = array![[1.0, 2.0], [3.0, 4.0]];
/// let y = scale_and_shift(x.view(), array![2.0, 1.0].view(), array![0.0, 0.5].view())?;
/// assert_eq!(y, array![[2.0, 2.5], [6.0, 4.5]]);
/// # Ok::<(), ShapeMismatch>(())
/// ```
pub fn scale_and_shift(
    x: ArrayView2<'_, f32>,
    weight: ArrayView1<'_, f32>,
    bias: ArrayView1<'_, f32>,
) -> Result<Array2<f32>, ShapeMismatch> {
    // 4: Scale and shift the channels
    // https://docs.rs/ndarray/latest/ndarray/struct.ArrayBase.html#broadcasting
    // TODO 4: Multiply every channel by its weight and add its bias, or return an error where a
    // length does not fit.
    // Hint: ndarray would repeat a vector of length 1 without a word, and panic at most other
    // lengths. So compare the lengths of both vectors with that of a row first.
    todo!("task 4: scale_and_shift")
}

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
    /// # use steps::step_03::*;
    /// # use ndarray::array;
    /// let refused = LayerNorm::new(array![1.0, 1.0], array![0.0], 1e-5);
    /// assert_eq!(refused, Err(ShapeMismatch { expected: 2, actual: 1 }));
    /// ```
    pub fn new(weight: Array1<f32>, bias: Array1<f32>, eps: f32) -> Result<Self, ShapeMismatch> {
        // 5: Make a layer, and refuse parameters that do not go together
        // TODO 5: Return a layer with these parameters, or an error if weight and bias have
        // different lengths.
        // Hint: A layer that cannot work should not come into being: compare the lengths before
        // you make it.
        todo!("task 5: LayerNorm::new")
    }

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
    /// # use steps::step_03::*;
    /// # use ndarray::array;
    /// let layer = LayerNorm::new(array![2.0, 2.0], array![0.0, 1.0], 3.0)?;
    /// assert_eq!(layer.forward(array![[1.0, 3.0]].view())?, array![[-1.0, 2.0]]);
    /// # Ok::<(), ShapeMismatch>(())
    /// ```
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeMismatch> {
        // 6: Put the parts together
        // TODO 6: Normalize every row with the layer's `eps`, then scale and shift with its
        // parameters.
        // Hint: Everything is there: `normalize` and `scale_and_shift`, and the fields of `self`.
        todo!("task 6: LayerNorm::forward")
    }
}
