//! # Step 04: Feed-forward network
//!
//! Let every token think for itself: spread it over a wide layer, keep what is worth keeping, and bring it back.
//!
//! Tasks:
//! 1. GELU, the activation of GPT-2
//! 2. Make a linear layer, and refuse parameters that do not go together
//! 3. Multiply by the weight and add the bias
//! 4. Two layers with the activation between them
//!
//! Run: `cargo s04`

use std::f32::consts::PI;

use ndarray::{Array1, Array2, ArrayView2, ErrorKind, ShapeError};

/// The activation of GPT-2: large numbers pass, negative ones come to almost nothing, and between them the change is
/// smooth.
///
/// This is the form with a hyperbolic tangent, which GPT-2 was trained with:
/// 0.5 x (1 + tanh(√(2/π) (x + 0.044715 x³))).
///
/// # Example
///
/// ```
/// # use solutions::step_04::*;
/// assert_eq!(gelu(0.0), 0.0);
/// assert_eq!(gelu(100.0), 100.0);
/// assert!((gelu(1.0) - 0.841192).abs() < 1e-6);
/// assert!((gelu(-1.0) + 0.158808).abs() < 1e-6);
/// ```
// ANCHOR: gelu
pub fn gelu(x: f32) -> f32 {
    // 1: GELU, the activation of GPT-2
    // https://doc.rust-lang.org/std/primitive.f32.html#method.tanh
    // ANCHOR: answer_1
    let inner = (2.0 / PI).sqrt() * (x + 0.044715 * x.powi(3));
    // `1 + tanh(u)` is `2 / (1 + exp(-2u))`, and `exp` takes a third of the time.
    x / (1.0 + (-2.0 * inner).exp())
    // ANCHOR_END: answer_1
}
// ANCHOR_END: gelu

/// A linear layer: every output is a weighted sum of all inputs, plus a bias.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    /// How much of each input goes into each output, of shape `(inputs, outputs)`.
    pub weight: Array2<f32>,
    /// What is added to every output, of shape `(outputs)`.
    pub bias: Array1<f32>,
}

impl Linear {
    /// A layer with these parameters.
    ///
    /// # Arguments
    ///
    /// * `weight`: a matrix of shape `(inputs, outputs)`, as in GPT-2's files.
    /// * `bias`: a vector of shape `(outputs)`.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if there is not one bias for every output.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_04::*;
    /// # use ndarray::array;
    /// let weight = array![[1.0, 0.0, 2.0], [0.0, 1.0, 2.0]];
    /// assert!(Linear::new(weight.clone(), array![0.0, 0.5]).is_err());
    /// assert!(Linear::new(weight, array![0.0, 0.5, 1.0]).is_ok());
    /// ```
    // ANCHOR: Linear_new
    pub fn new(weight: Array2<f32>, bias: Array1<f32>) -> Result<Self, ShapeError> {
        // 2: Make a linear layer, and refuse parameters that do not go together
        // https://docs.rs/ndarray/latest/ndarray/struct.ShapeError.html#method.from_kind
        // ANCHOR: answer_2
        if bias.len() != weight.ncols() {
            return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
        }
        Ok(Self { weight, bias })
        // ANCHOR_END: answer_2
    }
    // ANCHOR_END: Linear_new

    /// Multiplies every token by the weight and adds the bias.
    ///
    /// # Arguments
    ///
    /// * `x`: a matrix of shape `(tokens, inputs)`. No tokens are allowed and give a matrix without rows.
    ///
    /// # Returns
    ///
    /// A new [`Array2`] of shape `(tokens, outputs)`.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if a token has another length than the layer has inputs.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_04::*;
    /// # use ndarray::array;
    /// let layer = Linear::new(array![[1.0, 0.0, 2.0], [0.0, 1.0, 2.0]], array![0.0, 0.5, 1.0])?;
    /// assert_eq!(layer.forward(array![[3.0, 4.0]].view())?, array![[3.0, 4.5, 15.0]]);
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    // ANCHOR: Linear_forward
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        // 3: Multiply by the weight and add the bias
        // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.dot
        // ANCHOR: answer_3
        if x.ncols() != self.weight.nrows() {
            return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
        }
        Ok(x.dot(&self.weight) + &self.bias)
        // ANCHOR_END: answer_3
    }
    // ANCHOR_END: Linear_forward
}

/// The feed-forward network of a block: a layer that makes a token wide, the activation, and a layer that makes it as
/// wide as before.
#[derive(Clone, Debug, PartialEq)]
pub struct Mlp {
    /// From the channels to the hidden units, of which GPT-2 has four times as many.
    pub c_fc: Linear,
    /// From the hidden units back to the channels.
    pub c_proj: Linear,
}

impl Mlp {
    /// Sends every token through both layers, with [`gelu`] between them.
    ///
    /// # Arguments
    ///
    /// * `x`: a matrix of shape `(tokens, channels)`. No tokens are allowed and give a matrix without rows.
    ///
    /// # Returns
    ///
    /// A new [`Array2`] of the same shape.
    ///
    /// # Errors
    ///
    /// [`ShapeError`] if a layer cannot take what it is given.
    ///
    /// # Example
    ///
    /// ```
    /// # use solutions::step_04::*;
    /// # use ndarray::array;
    /// let mlp = Mlp {
    ///     c_fc: Linear::new(array![[100.0, -100.0]], array![0.0, 0.0])?,
    ///     c_proj: Linear::new(array![[0.5], [0.25]], array![1.0])?,
    /// };
    /// // One unit has 100 and the other -100, of which nothing is left.
    /// assert_eq!(mlp.forward(array![[1.0]].view())?, array![[51.0]]);
    /// # Ok::<(), ndarray::ShapeError>(())
    /// ```
    // ANCHOR: Mlp_forward
    pub fn forward(&self, x: ArrayView2<'_, f32>) -> Result<Array2<f32>, ShapeError> {
        // 4: Two layers with the activation between them
        // https://docs.rs/ndarray/latest/ndarray/struct.ArrayRef.html#method.mapv_inplace
        // ANCHOR: answer_4
        let mut hidden = self.c_fc.forward(x)?;
        hidden.mapv_inplace(gelu);
        self.c_proj.forward(hidden.view())
        // ANCHOR_END: answer_4
    }
    // ANCHOR_END: Mlp_forward
}
