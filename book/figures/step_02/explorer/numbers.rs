//! Numbers as each dtype computes and prints them. An `f64` holds every value of all four dtypes.

use grader::protocol::Dtype;
use half::{bf16, f16};
use ndarray::Array2;
use num_traits::{Float, NumCast, ToPrimitive};

use crate::figures::step_02::dtypes::Blocked;
use crate::figures::step_02::softmax::softmax;

/// The dtypes with their names, in the order of every list in the table.
pub(super) const DTYPES: [(Dtype, &str); 4] = [
    (Dtype::F16, "f16"),
    (Dtype::Bf16, "bf16"),
    (Dtype::F32, "f32"),
    (Dtype::F64, "f64"),
];

/// One number for each dtype.
pub(super) type PerDtype = [f64; 4];

/// What each dtype stores of a number that stands for "blocked".
pub(super) fn stored(blocked: Blocked) -> PerDtype {
    DTYPES.map(|(dtype, _)| match dtype {
        Dtype::F16 => wide(blocked.value::<f16>()),
        Dtype::Bf16 => wide(blocked.value::<bf16>()),
        Dtype::F32 => wide(blocked.value::<f32>()),
        Dtype::F64 => blocked.value::<f64>(),
    })
}

/// The scores with a row of the mask added to them.
pub(super) fn sums(dtype: Dtype, scores: &[f32], mask: &[f64]) -> Vec<f64> {
    match dtype {
        Dtype::F16 => all_wide(&added::<f16>(scores, mask)),
        Dtype::Bf16 => all_wide(&added::<bf16>(scores, mask)),
        Dtype::F32 => all_wide(&added::<f32>(scores, mask)),
        Dtype::F64 => all_wide(&added::<f64>(scores, mask)),
    }
}

/// The attention weights of a row.
pub(super) fn weights(dtype: Dtype, scores: &[f32], mask: &[f64]) -> Vec<f64> {
    match dtype {
        Dtype::F16 => all_wide(&softmax(added::<f16>(scores, mask).view())),
        Dtype::Bf16 => all_wide(&softmax(added::<bf16>(scores, mask).view())),
        Dtype::F32 => all_wide(&softmax(added::<f32>(scores, mask).view())),
        Dtype::F64 => all_wide(&softmax(added::<f64>(scores, mask).view())),
    }
}

fn added<T: Float>(scores: &[f32], mask: &[f64]) -> Array2<T> {
    Array2::from_shape_fn((1, mask.len()), |(_, j)| {
        narrow::<T>(scores[j]) + narrow::<T>(mask[j])
    })
}

fn narrow<T: Float>(number: impl ToPrimitive) -> T {
    <T as NumCast>::from(number).unwrap_or_else(T::nan)
}

fn wide<T: Float>(number: T) -> f64 {
    number.to_f64().unwrap_or(f64::NAN)
}

fn all_wide<T: Float>(numbers: &Array2<T>) -> Vec<f64> {
    numbers.iter().copied().map(wide).collect()
}

/// A number in few characters, for a cell.
pub(super) fn short(number: f64) -> String {
    if !is_plain(number, 1e5) {
        return scientific(number, 1);
    }
    // Decimals that are cut off leave a trace: 2.500000001 is 2.50, and 2.5 is 2.5. And there is a -0.
    match (number + 0.0).to_string() {
        text if text.len() <= 7 => text,
        _ => format!("{number:.2}"),
    }
}

/// A score in few characters: with one decimal, as the other figures have them, where that is all of it.
pub(super) fn score(number: f64) -> String {
    if number.abs() < 1e3 && (10.0 * number).fract() == 0.0 {
        format!("{:.1}", number + 0.0)
    } else {
        short(number)
    }
}

/// A number in more characters, for a sentence.
pub(super) fn long(number: f64) -> String {
    if !is_plain(number, 1e12) {
        return scientific(number, 4);
    }
    match (number + 0.0).to_string() {
        text if text.len() <= 13 => text,
        _ => format!("{number:.6}"),
    }
}

/// A weight in two decimals. Only a weight that is exactly 0 or 1 has none.
pub(super) fn share(weight: f64) -> String {
    if weight == 0.0 || weight == 1.0 || weight.is_nan() {
        weight.to_string()
    } else {
        format!("{weight:.2}")
    }
}

/// Whether the number is written without an exponent.
fn is_plain(number: f64, limit: f64) -> bool {
    number == 0.0 || !number.is_finite() || (1e-3..limit).contains(&number.abs())
}

fn scientific(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$e}");
    match text.split_once('e') {
        Some((digits, exponent)) => {
            let digits = digits.trim_end_matches('0').trim_end_matches('.');
            format!("{digits}e{exponent}")
        }
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_in_cells_and_longer_in_sentences() {
        for (number, cell, sentence) in [
            (0.0, "0", "0"),
            (-0.0, "0", "0"),
            (2.5, "2.5", "2.5"),
            (f64::NEG_INFINITY, "-inf", "-inf"),
            (f64::NAN, "NaN", "NaN"),
            (-9997.5, "-9997.5", "-9997.5"),
            (-999_999_997.5, "-1e9", "-999999997.5"),
            (f32::MIN.into(), "-3.4e38", "-3.4028e38"),
            (1e-9_f32.into(), "1e-9", "1e-9"),
            (2.500000001, "2.50", "2.500000001"),
            (1.0 / 3.0, "0.33", "0.333333"),
        ] {
            assert_eq!(short(number), cell);
            assert_eq!(long(number), sentence);
        }
    }

    #[test]
    fn scores_have_one_decimal() {
        for (number, text) in [(1.0, "1.0"), (2.5, "2.5"), (-1e9, "-1e9"), (2.75, "2.75")] {
            assert_eq!(score(number), text);
        }
    }

    #[test]
    fn a_weight_is_a_bare_0_or_1_only_where_it_is_exact() {
        for (weight, text) in [(0.0, "0"), (1e-9, "0.00"), (0.999, "1.00"), (1.0, "1")] {
            assert_eq!(share(weight), text);
        }
    }

    #[test]
    fn sums_and_weights_are_computed_in_the_dtype() {
        // Near -10000, f16 has every eighth number and bf16 every 64th.
        for (dtype, sum) in [
            (Dtype::F16, -10_000.0),
            (Dtype::Bf16, -9984.0),
            (Dtype::F32, -9997.5),
            (Dtype::F64, -9997.5),
        ] {
            let stored = stored(Blocked::Number(-1e4));
            let index = DTYPES.iter().position(|(other, _)| *other == dtype);
            let blocked = stored[index.expect("one of the four")];
            assert_eq!(sums(dtype, &[2.5], &[blocked]), [sum]);
        }
        assert_eq!(
            weights(Dtype::F32, &[1.0, 2.0], &[0.0, f64::NEG_INFINITY]),
            [1.0, 0.0]
        );
    }
}
