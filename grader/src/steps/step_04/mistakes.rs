//! What people get wrong in step 04. A mistake is the oracle with one choice made differently, in one way or several; to
//! add one, add a line here and a section to `mistakes.md`.

use std::f64::consts::PI;

use super::oracle::{
    self, Layer, ONE, Outcome, RIGHT, bent, constant, cubed, half, plus, root, times,
};
use crate::steps::misconception::{mistakes, way};
use crate::steps::{Family, Misconception};
use bounded::{Answer, Bounded, Matrix, UNIT};

/// All families.
pub(super) const ALL: &[Family] = &[
    Family::new("The activation", ACTIVATION),
    Family::new("The linear layer", LINEAR),
    Family::new("The network", NETWORK),
];

const TEXTS: &str = include_str!("mistakes.md");

const ACTIVATION: &[Misconception] = mistakes![
    U1 [1] (gelu: by_erf)
    U2 [1] (gelu: |x| swish(x, 1.702))
    U3 [1] (gelu: relu)
    U4 [1] (gelu: |x| swish(x, 1.0))
    U5 [1] (gelu: |x| x * (ONE + tangent(x)))
    U6 [1] (gelu: |x| half(x) * (ONE + bent(x, |x| root() * x)))
    U7 [1] (gelu: |x| half(x) * (ONE + bent(x, |x| root() * (x + constant(0.044715) * x * x))))
    U8 [1] (gelu: |x| half(x) * (ONE + bent(x, |x| constant((2.0 * PI).sqrt()) * (x + cubed(x)))))
    U9 [1] (gelu: |x| half(x) * (ONE + bent(x, |x| constant(2.0 / PI) * (x + cubed(x)))))
    U10 [1] (gelu: |x| half(x) * tangent(x))
    U11 [1] (gelu: |x| half(x) * (ONE + bent(x, |x| root() * (x + constant(10.0) * cubed(x)))))
    U12 [1]
        (gelu: |x| overflowing(x, 2.0, |z| z > 0.0))
        (gelu: |x| overflowing(x, 2.0, |z| z < 0.0))
        (gelu: |x| overflowing(x, 1.0, |_| true))
    U13 [1]
        (gelu: |x| half(x) * (ONE + bent(x, |x| {
            let scaled = constant(0.044715) * x;
            root() * (x + scaled * scaled * scaled)
        })))
        (gelu: |x| half(x) * (ONE + bent(x, |x| root() * x + cubed(root() * x))))
];

const LINEAR: &[Misconception] = mistakes![
    N1 [3]
        (linear: |x, layer| {
            let weight = checked(x, layer)?.transposed();
            plus(times(x, &weight)?, &Matrix::row(&layer.bias))
        })
        (linear: |x, layer| {
            let weight = layer.weight.transposed();
            let y = x.dot(&weight).ok_or(Answer::Error)?;
            plus(y, &Matrix::row(&layer.bias))
        })
    N2 [3] (linear: |x, layer| times(x, checked(x, layer)?))
    N2 [2] (new: |layer| {
        let Layer { weight, bias } = (RIGHT.new)(layer)?;
        Ok(Layer { weight, bias: vec![Bounded::exact(0.0); bias.len()] })
    })
    N3 [3]
        (linear: |x, layer| {
            let weight = checked(x, layer)?;
            times(&plus(x.clone(), &Matrix::row(&layer.bias))?, weight)
        })
        (linear: |x, layer| {
            let weight = checked(x, layer)?;
            let bias = layer.bias.get(..x.columns).ok_or(Answer::Panic)?;
            times(&plus(x.clone(), &Matrix::row(bias))?, weight)
        })
    N4 [3] (linear: |x, layer| {
        let y = x.broadcast(checked(x, layer)?, |x, weight| x * weight);
        plus(y.ok_or(Answer::Panic)?, &Matrix::row(&layer.bias))
    })
    N5 [3] (linear: |x, layer| {
        plus(times(checked(x, layer)?, x)?, &Matrix::row(&layer.bias))
    })
    N6 [3] (linear: |x, layer| {
        let y = times(x, checked(x, layer)?)?;
        y.broadcast(&Matrix::row(&layer.bias), |y, bias| y - bias).ok_or(Answer::Panic)
    })
    N7 [3]
        (linear: |x, layer| plus(times(x, checked(x, layer)?)?, &Matrix::row(&layer.bias).transposed()))
        (linear: |x, layer| {
            let y = times(x, checked(x, layer)?)?;
            let bias = layer.bias.get(..y.rows.len()).ok_or(Answer::Panic)?;
            plus(y, &Matrix::row(bias).transposed())
        })
    N8 [3] (linear: |x, layer| {
        let weight = checked(x, layer)?;
        let entries = weight.rows.concat();
        let reshaped = Matrix::new(weight.columns, weight.rows.len(), |i, j| entries[i * weight.rows.len() + j]);
        plus(times(x, &reshaped.transposed())?, &Matrix::row(&layer.bias))
    })
    N9 [3]
        (linear: |x, layer| plus(times(x, &layer.weight)?, &Matrix::row(&layer.bias)))
        (linear: |x, layer| plus(times_shorter(x, &layer.weight), &Matrix::row(&layer.bias)))
    N9 [2] (new: Ok)
    N9 [4] (mlp: |x, c_fc, c_proj| (RIGHT.mlp)(x, c_fc, c_proj).map_err(|_| Answer::Panic))
    N10 [2] (new: |layer| match layer.bias.len() == layer.weight.rows.len() {
        true => Ok(layer),
        false => Err(Answer::Error),
    })
    N11 [2] (new: |layer| {
        let Layer { weight, bias } = (RIGHT.new)(layer)?;
        Ok(Layer { weight: weight.transposed(), bias })
    })
];

const NETWORK: &[Misconception] = mistakes![
    M1 [4] (mlp: |x, c_fc, c_proj| linear(&linear(x, c_fc)?, c_proj))
    M2 [4] (mlp: |x, c_fc, c_proj| Ok((RIGHT.mlp)(x, c_fc, c_proj)?.map(RIGHT.gelu)))
    M3 [4] (mlp: |x, c_fc, c_proj| linear(&linear(&x.map(RIGHT.gelu), c_fc)?, c_proj))
    M4 [4] (mlp: |x, c_fc, c_proj| Ok(linear(&linear(x, c_fc)?, c_proj)?.map(RIGHT.gelu)))
    M5 [4] (mlp: |x, c_fc, c_proj| linear(&linear(x, c_fc)?.map(relu), c_proj))
    M6 [4] (mlp: |x, c_fc, c_proj| plus((RIGHT.mlp)(x, c_fc, c_proj)?, x))
    M7 [4] (mlp: |x, c_fc, c_proj| linear(&linear(x, c_fc)?.map(by_erf), c_proj))
    M8 [4] (mlp: |x, c_fc, c_proj| {
        let hidden = linear(x, c_fc)?.map(RIGHT.gelu);
        times(&hidden, checked(&hidden, c_proj)?)
    })
    M9 [4] (mlp: |x, c_fc, c_proj| (RIGHT.mlp)(x, c_proj, c_fc))
    M10 [4] (mlp: |x, c_fc, c_proj| {
        let hidden = linear(x, c_fc)?.map(RIGHT.gelu).map(RIGHT.gelu);
        linear(&hidden, c_proj)
    })
];

fn linear(x: &Matrix, layer: &Layer) -> Outcome {
    (RIGHT.linear)(x, layer)
}

/// The weight of a layer that tokens fit, or an error.
fn checked<'a>(x: &Matrix, layer: &'a Layer) -> Result<&'a Matrix, Answer> {
    match x.columns == layer.weight.rows.len() {
        true => Ok(&layer.weight),
        false => Err(Answer::Error),
    }
}

/// The product as far as both go.
fn times_shorter(x: &Matrix, weight: &Matrix) -> Matrix {
    let columns = weight.transposed().rows;
    Matrix::new(x.rows.len(), weight.columns, |i, j| {
        let products = x.rows[i].iter().zip(&columns[j]);
        products.map(|(x, weight)| *x * *weight).sum()
    })
}

/// The tangent in the right activation.
fn tangent(x: Bounded) -> Bounded {
    bent(x, |x| root() * (x + cubed(x)))
}

/// Beside NaN it is the one or the other, by how it is compared.
fn relu(x: Bounded) -> Bounded {
    let error = if x.value.is_nan() {
        f64::INFINITY
    } else {
        x.error
    };
    let value = x.value.max(0.0);
    Bounded { value, error }
}

/// A number times how likely it is that another, drawn from the bell curve, is smaller. Rust has no error function, so
/// people take an approximation; the best known one is off by 1.5e-7, and loses as much again in `f32`.
fn by_erf(x: Bounded) -> Bounded {
    let share = Bounded {
        value: erf(x.value / 2.0_f64.sqrt()),
        error: 8.0 * UNIT + x.error,
    };
    half(x) * (ONE + share)
}

/// The error function, by a series without cancellation.
fn erf(x: f64) -> f64 {
    if x.abs() > 6.0 {
        return x.signum();
    }
    let (mut term, mut sum) = (x, 0.0);
    for n in 1..200 {
        sum += term;
        term *= 2.0 * x * x / f64::from(2 * n + 1);
    }
    2.0 / PI.sqrt() * (-x * x).exp() * sum
}

/// x σ(slope x).
fn swish(x: Bounded, slope: f64) -> Bounded {
    let inner = match slope {
        1.0 => |x| half(x),
        _ => |x| constant(0.5 * 1.702) * x,
    };
    half(x) * (ONE + bent(x, inner))
}

/// The tangent by exponentials of so many times its argument, which are infinite where it is large in such a direction;
/// then infinity is divided by infinity.
fn overflowing(x: Bounded, times: f64, is_such: fn(f64) -> bool) -> Bounded {
    let z = (root() * (x + cubed(x))).value;
    let largest = f64::from(f32::MAX).ln();
    let value = (RIGHT.gelu)(x);
    match times * z.abs() - largest {
        _ if !is_such(z) => value,
        above if above > 0.1 => Bounded::exact(f64::NAN),
        above if above < -0.1 => value,
        _ => Bounded {
            error: f64::INFINITY,
            ..value
        },
    }
}
