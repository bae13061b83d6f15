//! Holds the script, read back as the page does, against the solutions and the catalogue.

mod page;

use std::fmt::Display;

use grader::protocol::{Call, Dtype, Value};
use grader::steps::step_02::STEP;
use grader::steps::{Expected, Given};
use half::{bf16, f16};
use ndarray::{Array2, ShapeError};
use num_traits::Float;
use solutions::step_02;

use page::{Page, Shown, index};

use super::mistakes::{ALIGNMENTS, Alignment, Ask, families, right, same};
use super::numbers::{DTYPES, score, share, short};
use super::offers;
use crate::figures::step_02::dtypes::CHOICES;
use crate::figures::step_02::sentence::SCORES;
use crate::figures::step_02::softmax::softmax;

fn masks() -> impl Iterator<Item = Ask> {
    ALIGNMENTS.into_iter().flat_map(Ask::all)
}

/// The right mask, from `solutions` in the dtype itself.
fn solution<T: Float>(ask: Ask) -> Array2<T> {
    match ask.alignment {
        Alignment::Upper => step_02::causal_mask(ask.length, ask.cached),
        Alignment::Lower => step_02::cached_causal_mask(ask.length, ask.cached),
    }
    .expect("a small mask")
}

/// A mask in its dtype, which holds all its entries.
fn narrow<T: Float>(mask: &Array2<f64>) -> Array2<T> {
    mask.mapv(|entry| T::from(entry).expect("a float"))
}

/// What the page is to show of a mask.
fn expected<T: Float + Display>(mask: Array2<T>, ask: Ask, fill: Option<usize>) -> Vec<Vec<Shown>> {
    let mask = match fill {
        // The page has the last choice first.
        Some(fill) => {
            let blocked: T = CHOICES[CHOICES.len() - 1 - fill].1.value();
            mask.mapv(|entry| if entry.is_zero() { entry } else { blocked })
        }
        None => mask,
    };
    let sums = Array2::from_shape_fn(mask.dim(), |(i, j)| {
        T::from(SCORES[ask.cached + i][j]).expect("exact") + mask[[i, j]]
    });
    let weights = softmax(sums.view());
    let wide = |number: T| number.to_f64().expect("a float");
    let rows = mask
        .outer_iter()
        .zip(sums.outer_iter())
        .zip(weights.outer_iter());
    rows.map(|((mask, sums), weights)| {
        let cells = mask.iter().zip(sums).zip(weights);
        cells
            .map(|((&value, &sum), &weight)| Shown {
                value: short(wide(value)),
                sum: score(wide(sum)),
                weight: share(wide(weight)),
            })
            .collect()
    })
    .collect()
}

#[test]
fn right_masks_with_sums_and_weights_are_those_of_the_solutions() {
    let page = Page::shared();
    for ask in masks() {
        let masks = page.masks(None, ask.alignment);
        for fill in (0..CHOICES.len()).map(Some) {
            let expected = [
                expected::<f16>(solution(ask), ask, fill),
                expected::<bf16>(solution(ask), ask, fill),
                expected::<f32>(solution(ask), ask, fill),
                expected::<f64>(solution(ask), ask, fill),
            ];
            let found = [0, 1, 2, 3].map(|dtype| page.cells(masks, ask, dtype, fill));
            assert_eq!(found, expected, "{ask:?}, fill {fill:?}");
        }
    }
}

#[test]
fn masks_of_misconceptions_are_those_of_the_catalogue() -> Result<(), ShapeError> {
    let page = Page::shared();
    let mut compared = 0;
    for mistake in families()?.iter().flat_map(|family| &family.mistakes) {
        let id = mistake.misconception.id;
        let filled = page.mistake(id)["filled"] == true;
        let fills = match id {
            // Where rows are dead, the weights depend on what stands in the blocked entries.
            "G2" | "G8" => (0..CHOICES.len()).map(Some).collect(),
            _ => vec![filled.then_some(0)],
        };
        let mut plain = true;
        for ask in masks() {
            let masks = page.masks(Some(id), ask.alignment);
            for (dtype, (name, _)) in DTYPES.into_iter().enumerate() {
                let Some(mask) = mistake.mask(ask, name) else {
                    assert!(masks.is_null(), "{id}, {ask:?}");
                    continue;
                };
                plain &= mask.iter().all(|it| *it == 0.0 || *it == f64::NEG_INFINITY);
                for &fill in &fills {
                    let found = page.cells(masks, ask, dtype, fill);
                    if mask.dim() == ask.shape() {
                        let expected = match name {
                            Dtype::F16 => expected::<f16>(narrow(&mask), ask, fill),
                            Dtype::Bf16 => expected::<bf16>(narrow(&mask), ask, fill),
                            Dtype::F32 => expected::<f32>(narrow(&mask), ask, fill),
                            Dtype::F64 => expected::<f64>(mask.clone(), ask, fill),
                        };
                        assert_eq!(found, expected, "{id}, {ask:?}, {name:?}, fill {fill:?}");
                    } else {
                        let values =
                            |row: &Vec<Shown>| row.iter().map(|it| it.value.clone()).collect();
                        let found: Vec<Vec<String>> = found.iter().map(values).collect();
                        let rows = mask.outer_iter();
                        let expected: Vec<Vec<String>> = rows
                            .map(|row| row.iter().map(|&it| short(it)).collect())
                            .collect();
                        assert_eq!(found, expected, "{id}, {ask:?}, {name:?}");
                    }
                    compared += 1;
                }
            }
        }
        assert_eq!(filled, plain, "{id}");
    }
    assert!(compared > 10_000, "{compared}");
    Ok(())
}

#[test]
fn a_mistake_in_one_part_goes_through_the_others() {
    let page = Page::shared();
    for (id, rows) in [
        ("T7", &["0", "0"][..]),
        ("C4", &["0 1", "0 0"]),
        ("C5", &["0 -65504", "0 0"]),
        ("E5", &["0"]),
        ("B2", &["-inf 0", "-inf -inf"]),
        ("B8", &["NaN -inf", "NaN NaN"]),
        ("V2", &["0 1", "0 0"]),
        ("S6", &["0 -inf -inf", "0 0 -inf"]),
    ] {
        let ask = Ask {
            alignment: Alignment::Upper,
            length: 2,
            cached: 0,
        };
        let cells = page.cells(page.masks(Some(id), ask.alignment), ask, 0, Some(0));
        let found: Vec<String> = cells
            .iter()
            .map(|row| {
                row.iter()
                    .map(|it| it.value.as_str())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(found, rows, "{id}");
    }
}

#[test]
fn misconceptions_of_the_masks_answer_as_the_catalogue_says() -> Result<(), ShapeError> {
    for mistake in families()?.iter().flat_map(|family| &family.mistakes) {
        for ask in masks().filter(|ask| mistake.misconception.tasks.contains(&ask.alignment.task()))
        {
            let Some(mask) = mistake.mask(ask, Dtype::Bf16) else {
                continue;
            };
            let function = match ask.alignment {
                Alignment::Upper => "causal_mask",
                Alignment::Lower => "cached_causal_mask",
            };
            let call = Call {
                function: function.to_owned(),
                dtype: Dtype::Bf16,
                arguments: vec![
                    Value::Size(ask.length as u64),
                    Value::Size(ask.cached as u64),
                ],
            };
            let answers = mistake
                .misconception
                .ways
                .iter()
                .filter_map(|way| way.example(&call));
            let gives_it = |given: Given| match given {
                Given::Answer(Expected::Value(Value::Array(array), _)) => {
                    let equal = |(a, b): (&f64, &f64)| a == b || a.is_nan() && b.is_nan();
                    array.shape == [mask.nrows() as u64, mask.ncols() as u64]
                        && array.entries.iter().zip(&mask).all(equal)
                }
                _ => false,
            };
            assert!(
                answers.into_iter().any(gives_it),
                "{} {ask:?}",
                mistake.misconception.id
            );
        }
    }
    Ok(())
}

#[test]
fn every_misconception_that_changes_a_mask_is_offered() {
    let offers = |id: &str| offers(id).expect("the masks can be made");
    let all = STEP
        .misconceptions
        .iter()
        .flat_map(|family| family.mistakes);
    let mut missing: Vec<&str> = all.map(|it| it.id).filter(|id| !offers(id)).collect();
    missing.dedup();
    assert_eq!(missing, NOT_OFFERED);
    assert!(offers("G2") && !offers("G99") && !offers(""));
}

/// They panic, give an error, or make the right mask at every size that a reader can choose.
const NOT_OFFERED: [&str; 16] = [
    "T1", "T2", "T3", "C3", "C7", "E2", "E3", "E4", "R1", "R2", "R4", "R3", "R5", "W1", "W2", "W5",
];

#[test]
fn a_link_to_a_misconception_leads_to_a_place_where_it_shows() -> Result<(), ShapeError> {
    let page = Page::shared();
    for mistake in families()?.iter().flat_map(|family| &family.mistakes) {
        let at = &page.mistake(mistake.misconception.id)["at"];
        let ask = Ask {
            alignment: ALIGNMENTS[index(&at[0])],
            length: index(&at[1]),
            cached: index(&at[2]),
        };
        let made = mistake
            .mask(ask, Dtype::F32)
            .expect("it makes a mask there");
        assert!(!same(&made, &right(ask)?), "{}", mistake.misconception.id);
    }
    Ok(())
}
