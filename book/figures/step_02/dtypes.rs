//! What the usual stand-ins for −∞ become in each dtype, and what softmax then does.

use half::{bf16, f16};
use ndarray::{ShapeError, arr2};
use num_traits::{Float, NumCast};
use solutions::step_02::mask_value;

use super::softmax::softmax;

/// What people write for a blocked score, as Rust and as a value.
pub(super) const CHOICES: [(&str, Blocked); 5] = [
    ("`-1e4`", Blocked::Number(-1e4)),
    ("`-1e9`", Blocked::Number(-1e9)),
    ("`f32::MIN`", Blocked::Number(f32::MIN as f64)),
    ("`T::min_value()`", Blocked::Smallest),
    ("`T::neg_infinity()`", Blocked::Infinite),
];

/// The scores of a row in which all keys are hidden.
const DEAD_SCORES: [f64; 3] = [3.0, 1.0, 2.0];

#[derive(Clone, Copy)]
pub(super) enum Blocked {
    Number(f64),
    Smallest,
    Infinite,
}

impl Blocked {
    pub(super) fn value<T: Float>(self) -> T {
        match self {
            // `NumCast` gives an infinity where the number is too large for `T`, so there is always a value.
            Self::Number(number) => <T as NumCast>::from(number).unwrap_or_else(T::nan),
            Self::Smallest => T::min_value(),
            Self::Infinite => mask_value(),
        }
    }
}

/// One row for each choice, one column for each dtype.
fn table(cell: [fn(Blocked) -> String; 4]) -> String {
    let mut text =
        String::from("| written | `f16` | `bf16` | `f32` | `f64` |\n|---|--:|--:|--:|--:|\n");
    for (name, blocked) in CHOICES {
        let cells = cell.map(|cell| cell(blocked)).join(" | ");
        text.push_str(&format!("| {name} | {cells} |\n"));
    }
    text
}

/// What is stored.
pub(super) fn stored() -> Result<String, ShapeError> {
    fn cell<T: Float>(blocked: Blocked) -> String {
        let value = blocked.value::<T>().to_f64().unwrap_or(f64::NAN);
        if value.is_finite() && value.abs() > 1e12 {
            format!("{value:.4e}")
        } else {
            value.to_string()
        }
    }
    Ok(table([cell::<f16>, cell::<bf16>, cell::<f32>, cell::<f64>]))
}

/// The weights of an allowed key with the score −20000 and a hidden one with the score 0, in `f32`.
pub(super) fn hidden_key() -> Result<String, ShapeError> {
    let mut text = String::from("| written | allowed key | hidden key |\n|---|--:|--:|\n");
    for (name, blocked) in CHOICES {
        let [allowed, hidden] = hidden_weights::<f32>(blocked);
        text.push_str(&format!("| {name} | {allowed} | {hidden} |\n"));
    }
    Ok(text)
}

/// The weights of a row in which all keys are hidden, with the scores 3, 1 and 2.
pub(super) fn dead_row() -> Result<String, ShapeError> {
    fn cell<T: Float>(blocked: Blocked) -> String {
        shown(dead_weights::<T>(blocked))
    }
    let table = table([cell::<f16>, cell::<bf16>, cell::<f32>, cell::<f64>]);
    let lost = shown(dead_weights::<f32>(Blocked::Number(-1e9)));
    let unmasked = softmax(arr2(&[DEAD_SCORES]).view());
    let ignored = shown([unmasked[[0, 0]], unmasked[[0, 1]], unmasked[[0, 2]]]);
    Ok(format!(
        "{table}\n\
        - **{lost}**: the scores were lost in rounding, and keys that must not be seen get equal weights.\n\
        - **{ignored}**: what softmax makes of 3, 1 and 2 with no mask at all.\n\
        - **NaN**: softmax has no weight to give, and NaN makes that visible.\n"
    ))
}

fn hidden_weights<T: Float>(blocked: Blocked) -> [T; 2] {
    let allowed = <T as NumCast>::from(-2e4).unwrap_or_else(T::nan);
    let weights = softmax(arr2(&[[allowed, T::zero() + blocked.value::<T>()]]).view());
    [weights[[0, 0]], weights[[0, 1]]]
}

fn dead_weights<T: Float>(blocked: Blocked) -> [T; 3] {
    let scores = DEAD_SCORES.map(|score| <T as NumCast>::from(score).unwrap_or_else(T::nan));
    let masked = scores.map(|score| score + blocked.value::<T>());
    let weights = softmax(arr2(&[masked]).view());
    [weights[[0, 0]], weights[[0, 1]], weights[[0, 2]]]
}

fn shown<T: Float>(weights: [T; 3]) -> String {
    if weights.iter().all(|weight| weight.is_nan()) {
        return String::from("NaN");
    }
    let [first, second, third] =
        weights.map(|weight| format!("{:.2}", weight.to_f64().unwrap_or(f64::NAN)));
    if first == second && second == third {
        return format!("{first} each");
    }
    // Spaces at which no line breaks.
    [first, second, third].join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_minus_infinity_is_the_same_in_every_dtype() {
        assert_eq!(Blocked::Number(-1e9).value::<f16>(), f16::NEG_INFINITY);
        assert_eq!(Blocked::Number(-1e4).value::<bf16>().to_f32(), -9984.0);
        assert_eq!(
            Blocked::Number(f32::MIN as f64).value::<bf16>(),
            bf16::NEG_INFINITY
        );
        assert_eq!(Blocked::Smallest.value::<f16>().to_f32(), -65504.0);
        assert_eq!(Blocked::Infinite.value::<f64>(), f64::NEG_INFINITY);
    }

    #[test]
    fn a_hidden_key_wins_where_the_stand_in_is_too_small() {
        assert_eq!(hidden_weights::<f32>(Blocked::Number(-1e4)), [0.0, 1.0]);
        assert_eq!(
            hidden_weights::<f16>(Blocked::Number(-1e4)),
            [f16::ZERO, f16::ONE]
        );
        assert_eq!(hidden_weights::<f32>(Blocked::Infinite), [1.0, 0.0]);
    }

    #[test]
    fn a_dead_row_is_nan_only_with_minus_infinity() {
        assert!(dead_weights::<f32>(Blocked::Infinite)[0].is_nan());
        let [a, b, c] = dead_weights::<f32>(Blocked::Number(-1e9));
        assert!(a == b && b == c && a > 0.3);
        let [a, b, c] = dead_weights::<f32>(Blocked::Number(-1e4));
        assert!(a > c && c > b, "f32 still tells these scores apart");
    }

    #[test]
    fn every_choice_and_dtype_has_a_cell() -> Result<(), ShapeError> {
        let dead_row = dead_row()?;
        let (dead_row, below) = dead_row.split_once("\n\n").expect("a table and a list");
        for weights in ["**0.33 each**", "**0.67\u{a0}0.09\u{a0}0.24**"] {
            assert!(below.contains(weights), "{below}");
        }
        for (table, bars) in [(stored()?, 6), (hidden_key()?, 4), (dead_row.to_owned(), 6)] {
            assert_eq!(table.lines().count(), 2 + CHOICES.len());
            let whole = table.lines().all(|line| line.matches('|').count() == bars);
            assert!(whole, "{table}");
        }
        Ok(())
    }
}
