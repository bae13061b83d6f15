//! Numbers that know how far a right answer may be from them.
//!
//! Whoever computes in `f32` rounds after every operation, and two right programs round differently: they add in another
//! order, or multiply by a reciprocal where the other divides. An oracle computes in `f64` and carries beside each value a
//! bound on the error of all such programs, as in Higham, *Accuracy and Stability of Numerical Algorithms*, section 3.3:
//! what the operands bring along, and what the rounding adds, at most [`UNIT`] of the result.
//!
//! The bound of an oracle's formula holds for programs that compute the same formula. A formula that loses more, such as
//! `E[x²] − E[x]²`, is outside of the bound just where that shows.

mod arrays;

use std::iter::Sum;
use std::ops::{Add, Div, Mul, Sub};

use protocol::Dtype;

pub use arrays::{Answer, Matrix, vector};

/// The unit roundoff of `f32`: what the rounding of a result changes, relative to it, is at most this.
pub const UNIT: f64 = f32::EPSILON as f64 / 2.0;
/// What it changes where the result is too small to have all its digits.
const TINY: f64 = f32::MIN_POSITIVE as f64 * UNIT;
/// The largest result; beyond it some programs have an infinity where others do not.
const LARGEST: f64 = f32::MAX as f64;

/// A value, and how far a right answer may be from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounded {
    /// What is right: NaN and infinities where every right program has them.
    pub value: f64,
    /// A right answer is nowhere further off. Infinite where nothing can be said: any answer may be right there, and such
    /// a question should not be asked.
    pub error: f64,
}

impl Bounded {
    /// A number of `f32` that everybody has the same.
    pub const fn exact(value: f64) -> Self {
        Self { value, error: 0.0 }
    }

    /// The number of `f32` nearest to the value, and how far a right answer may be from that.
    pub fn stored(self) -> Self {
        let value = Dtype::F32.round(self.value);
        let off = if self.value.is_finite() {
            (value - self.value).abs()
        } else {
            0.0
        };
        Self {
            value,
            error: self.error + off,
        }
    }

    /// Whether an answer is this value but for rounding.
    pub fn admits(self, answer: f64) -> bool {
        let same = answer == self.value || (answer.is_nan() && self.value.is_nan());
        same || self.error == f64::INFINITY || (answer - self.value).abs() <= self.error
    }

    /// The absolute value, which rounds nothing.
    pub const fn abs(self) -> Self {
        Self {
            value: self.value.abs(),
            error: self.error,
        }
    }

    /// The square root.
    pub fn sqrt(self) -> Self {
        let value = self.value.sqrt();
        if self.value < 0.0 && self.error > 0.0 {
            let error = f64::INFINITY;
            return Self { value, error };
        }
        let [low, high] = [-self.error, self.error].map(|error| (self.value + error).max(0.0));
        let error = (value - low.sqrt()).max(high.sqrt() - value);
        Self::rounded(value, error, [self])
    }

    /// The hyperbolic tangent. A library is at most two units in the last place off. Who takes it by exponentials loses as
    /// much near 0, where they cancel: the rounding counts as if the result were 1.
    pub fn tanh(self) -> Self {
        const OWN: f64 = 4.0 * UNIT;
        let value = self.value.tanh();
        if self.error == f64::INFINITY || value.is_nan() {
            return Self { value, ..self };
        }
        let [low, high] = [-self.error, self.error].map(|error| (self.value + error).tanh());
        let error = (value - low).max(high - value);
        // Where f32 has 1, nobody is further from it than the tangent itself.
        let nearest = self.value.abs() - self.error;
        let left = 2.0 * (-2.0 * nearest).exp();
        Self {
            value,
            error: if nearest > 20.0 { left } else { error + OWN },
        }
    }

    /// The exponential. A library is at most two units in the last place off, and some have 0 for what is too small to
    /// have all its digits. That of 0 is 1 for everybody.
    pub fn exp(self) -> Self {
        const OWN: f64 = 4.0 * UNIT;
        let value = self.value.exp();
        if self == Self::exact(0.0) || self.value.is_infinite() || self.value.is_nan() {
            return Self { value, ..self };
        }
        let brought = (self.value + self.error).exp() - value;
        let small = if value < f64::from(f32::MIN_POSITIVE) {
            f64::from(f32::MIN_POSITIVE)
        } else {
            0.0
        };
        let error = brought + OWN * (value + brought) + small;
        Self::rounded(value, error, [self])
    }

    /// The exponential as `f32` has it: infinite where it is too large, and 0 where it is too small. Near where that begins,
    /// anything may be right.
    pub fn overflowing_exp(self) -> Self {
        let (low, high) = (self.value - self.error, self.value + self.error);
        match self.value {
            _ if low > 88.8 => Self::exact(f64::INFINITY),
            _ if high < -104.0 => Self::exact(0.0),
            _ if low > -87.0 && high < 88.7 => self.exp(),
            value => Self {
                value: value.exp(),
                error: f64::INFINITY,
            },
        }
    }

    /// The natural logarithm. A library is at most two units in the last place off; that of 1 is 0 for everybody.
    pub fn ln(self) -> Self {
        const OWN: f64 = 4.0 * UNIT;
        let value = self.value.ln();
        let lowest = self.value - self.error;
        if self.error == 0.0 && (value == 0.0 || !value.is_finite()) {
            return Self::exact(value);
        }
        if lowest <= 0.0 {
            let error = f64::INFINITY;
            return Self { value, error };
        }
        let error = value - lowest.ln() + OWN * value.abs();
        Self::rounded(value, error, [self])
    }

    /// Whether rounding decides if this is 0.
    fn may_be_zero(self) -> bool {
        self.error > 0.0 && self.value.abs() <= self.error
    }

    /// One by this.
    fn reciprocal(self) -> Self {
        let nearest = self.value.abs() - self.error;
        let value = self.value.recip();
        if self.may_be_zero() {
            let error = f64::INFINITY;
            return Self { value, error };
        }
        let error = match self.error {
            0.0 => 0.0,
            _ => nearest.recip() - value.abs(),
        };
        Self::rounded(value, error, [self])
    }

    /// A result before it is rounded, whose error is `error` by what its operands bring along.
    fn rounded<const N: usize>(value: f64, error: f64, operands: [Self; N]) -> Self {
        let unknown = operands
            .iter()
            .any(|operand| operand.error == f64::INFINITY);
        let error = if unknown {
            f64::INFINITY
        } else if !value.is_finite() {
            // Of infinities and NaN, or by exactly 0: so it is for everybody.
            0.0
        } else if value == 0.0 && error == 0.0 {
            0.0
        } else {
            error + UNIT * (value.abs() + error) + TINY
        };
        let overflows = value.is_finite() && value.abs() + error > LARGEST;
        Self {
            value,
            error: if overflows { f64::INFINITY } else { error },
        }
    }
}

impl Add for Bounded {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let error = self.error + other.error;
        Self::rounded(self.value + other.value, error, [self, other])
    }
}

impl Sub for Bounded {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        let error = self.error + other.error;
        Self::rounded(self.value - other.value, error, [self, other])
    }
}

impl Mul for Bounded {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let [own, others] = [self.value.abs(), other.value.abs()];
        let value = self.value * other.value;
        // What may be 0 times an infinity is an infinity of either sign, or NaN.
        if (self.may_be_zero() && others.is_infinite())
            || (other.may_be_zero() && own.is_infinite())
        {
            let error = f64::INFINITY;
            return Self { value, error };
        }
        let error = own * other.error + others * self.error + self.error * other.error;
        Self::rounded(value, error, [self, other])
    }
}

/// A quotient, or a product with the reciprocal: both are right, and the second rounds once more. By 1 nobody rounds.
impl Div for Bounded {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        if other == Self::exact(1.0) {
            return self;
        }
        let quotient = self.value / other.value;
        let Self { error, .. } = self * other.reciprocal();
        Self {
            value: quotient,
            error,
        }
    }
}

/// The sum in any order: each partial sum is at most the sum of all absolute values, and there is one rounding less than
/// there are terms.
impl Sum for Bounded {
    fn sum<I: Iterator<Item = Self>>(terms: I) -> Self {
        let (mut sum, mut count, mut largest) = (Self::exact(0.0), 0.0, 0.0);
        let mut unknown = false;
        for term in terms {
            sum.value += term.value;
            sum.error += term.error;
            largest += term.value.abs() + term.error;
            unknown |= term.error == f64::INFINITY;
            count += 1.0;
        }
        if !sum.value.is_finite() && !unknown {
            return Self::exact(sum.value);
        }
        let roundings = f64::max(count - 1.0, 0.0) * UNIT;
        sum.error += roundings / (1.0 - roundings) * largest;
        if unknown || largest > LARGEST {
            sum.error = f64::INFINITY;
        }
        sum
    }
}

#[cfg(test)]
mod tests;
