//! Holds the table, read back as the page does, against the solutions and the catalogue.

use std::sync::OnceLock;

use grader::protocol::{Call, Dtype, Value as Argument};
use grader::steps::step_02::STEP;
use grader::steps::{Expected, Given};
use half::{bf16, f16};
use ndarray::{Array2, ShapeError};
use num_traits::Float;
use serde_json::Value;
use solutions::step_02;

use super::masks::{
    ALIGNMENTS, Alignment, Ask, CACHED, DTYPES, LENGTHS, Mistake, families, right, same,
};
use super::{offers, table};
use crate::figures::step_02::dtypes::{Blocked, CHOICES};

/// The table as the page has it.
fn page() -> &'static Value {
    static PAGE: OnceLock<Value> = OnceLock::new();
    PAGE.get_or_init(|| {
        let table = table::table().expect("small masks").to_string();
        assert!(!table.contains('<'), "it stands in a script");
        serde_json::from_str(&table).expect("JSON")
    })
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().expect("a list").iter()
}

fn index(number: &Value) -> usize {
    number.as_u64().expect("a number") as usize
}

fn number(value: &Value) -> f64 {
    let number = value.as_f64();
    number.unwrap_or_else(|| value.as_str().expect("a text").parse().expect("a number"))
}

fn entry(id: &str) -> &'static Value {
    let mut mistakes = items(&page()["families"]).flat_map(|family| items(&family["mistakes"]));
    mistakes.find(|mistake| mistake["id"] == id).expect(id)
}

/// The mask of a list in a dtype.
fn mask(masks: &Value, ask: Ask, dtype: usize) -> Array2<f64> {
    let length = LENGTHS.iter().position(|it| *it == ask.length);
    let cached = CACHED.iter().position(|it| *it == ask.cached);
    let place = length.expect("offered") * CACHED.len() + cached.expect("offered");
    let digit = |c: u8| char::from(c).to_digit(36).expect("a digit") as usize;
    let text = page()["masks"][index(&masks[place])].as_str();
    let rows = text.expect("a text").as_bytes().chunks(2);
    let rows = rows.map(|pair| &page()["rows"][36 * digit(pair[0]) + digit(pair[1])]);
    let rows: Vec<&[u8]> = rows
        .map(|row| row.as_str().expect("a row").as_bytes())
        .collect();
    Array2::from_shape_fn((rows.len(), rows[0].len()), |(i, j)| {
        number(&page()["values"][digit(rows[i][j])][dtype])
    })
}

fn all() -> impl Iterator<Item = Ask> {
    ALIGNMENTS.into_iter().flat_map(Ask::all)
}

fn mistakes() -> Result<impl Iterator<Item = &'static Mistake>, ShapeError> {
    Ok(families()?.iter().flat_map(|shown| &shown.mistakes))
}

/// The right mask, from `solutions` in the dtype itself.
fn solution<T: Float>(ask: Ask) -> Array2<f64> {
    let mask: Array2<T> = match ask.alignment {
        Alignment::Upper => step_02::causal_mask(ask.length, ask.cached),
        Alignment::Lower => step_02::cached_causal_mask(ask.length, ask.cached),
    }
    .expect("a small mask");
    mask.mapv(|entry| entry.to_f64().expect("a float"))
}

#[test]
fn right_masks_are_those_of_the_solutions_in_every_dtype() {
    for ask in all() {
        let masks = &page()["right"][ask.alignment as usize];
        let found = [0, 1, 2, 3].map(|dtype| mask(masks, ask, dtype));
        let expected = [
            solution::<f16>(ask),
            solution::<bf16>(ask),
            solution::<f32>(ask),
            solution::<f64>(ask),
        ];
        assert_eq!(found, expected, "{ask:?}");
    }
}

#[test]
fn fills_are_what_each_dtype_stores() {
    fn stored<T: Float>(blocked: Blocked) -> f64 {
        blocked.value::<T>().to_f64().expect("a float")
    }
    for (fill, (_, blocked)) in items(&page()["fills"]).zip(CHOICES.into_iter().rev()) {
        let found: Vec<f64> = items(&fill["value"]).map(number).collect();
        let expected = [
            stored::<f16>(blocked),
            stored::<bf16>(blocked),
            stored::<f32>(blocked),
            stored::<f64>(blocked),
        ];
        assert_eq!(found, expected, "{fill}");
    }
}

#[test]
fn masks_of_misconceptions_are_those_of_the_catalogue() -> Result<(), ShapeError> {
    let mut compared = 0;
    for mistake in mistakes()? {
        let id = mistake.misconception.id;
        let mut plain = true;
        for ask in all() {
            let masks = &entry(id)["masks"][ask.alignment as usize];
            for (dtype, (name, _)) in DTYPES.into_iter().enumerate() {
                let Some(expected) = mistake.mask(ask, name) else {
                    assert!(masks.is_null(), "{id}, {ask:?}");
                    continue;
                };
                plain &= expected
                    .iter()
                    .all(|it| *it == 0.0 || *it == f64::NEG_INFINITY);
                let found = mask(masks, ask, dtype);
                assert!(same(&found, &expected), "{id}, {ask:?}, {name:?}: {found}");
                compared += 1;
            }
        }
        assert_eq!(entry(id)["filled"], plain, "{id}");
    }
    assert!(compared > 10_000, "{compared}");
    Ok(())
}

#[test]
fn a_mistake_in_one_part_goes_through_the_others() -> Result<(), ShapeError> {
    let blocked = f64::NEG_INFINITY;
    for (id, rows) in [
        ("T7", vec![vec![0.0], vec![0.0]]),
        ("C4", vec![vec![0.0, 1.0], vec![0.0, 0.0]]),
        ("C5", vec![vec![0.0, -65504.0], vec![0.0, 0.0]]),
        ("E5", vec![vec![0.0]]),
        ("B2", vec![vec![blocked, 0.0], vec![blocked, blocked]]),
        (
            "B8",
            vec![vec![f64::NAN, blocked], vec![f64::NAN, f64::NAN]],
        ),
        ("V2", vec![vec![0.0, 1.0], vec![0.0, 0.0]]),
        (
            "S6",
            vec![vec![0.0, blocked, blocked], vec![0.0, 0.0, blocked]],
        ),
    ] {
        let ask = Ask {
            alignment: Alignment::Upper,
            length: 2,
            cached: 0,
        };
        let expected = Array2::from_shape_vec((rows.len(), rows[0].len()), rows.concat())?;
        let found = mask(&entry(id)["masks"][0], ask, 0);
        assert!(same(&found, &expected), "{id}: {found}");
    }
    Ok(())
}

#[test]
fn misconceptions_of_the_masks_answer_as_the_catalogue_says() -> Result<(), ShapeError> {
    for mistake in mistakes()? {
        let tasks = mistake.misconception.tasks;
        for ask in all().filter(|ask| tasks.contains(&ask.alignment.task())) {
            let Some(mask) = mistake.mask(ask, Dtype::Bf16) else {
                continue;
            };
            let call = Call {
                function: ask.alignment.function().to_owned(),
                dtype: Dtype::Bf16,
                arguments: vec![
                    Argument::Size(ask.length as u64),
                    Argument::Size(ask.cached as u64),
                ],
            };
            let ways = mistake.misconception.ways.iter();
            let mut answers = ways.filter_map(|way| way.example(&call));
            let gives_it = |given: Given| match given {
                Given::Answer(Expected::Value(Argument::Array(array), _)) => {
                    let shape = (mask.nrows(), mask.ncols());
                    let given = Array2::from_shape_vec(shape, array.entries);
                    given.is_ok_and(|given| same(&given, &mask))
                }
                _ => false,
            };
            let id = mistake.misconception.id;
            assert!(answers.any(gives_it), "{id} {ask:?}");
        }
    }
    Ok(())
}

#[test]
fn every_misconception_that_changes_a_mask_is_offered() {
    let offers = |id: &str| offers(id).expect("the masks can be made");
    let families = STEP.misconceptions.iter();
    let all = families.flat_map(|family| family.mistakes);
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
    for mistake in mistakes()? {
        let at = &entry(mistake.misconception.id)["at"];
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

#[test]
fn without_scripts_there_are_both_masks_in_one_block() -> Result<(), ShapeError> {
    let text = super::explorer()?;
    assert!(!text.contains("\n\n"));
    let [upper, lower] = ALIGNMENTS.map(|alignment| {
        right(Ask {
            alignment,
            length: 2,
            cached: 3,
        })
    });
    assert!(text.contains(&super::drawn(&upper?)) && text.contains(&super::drawn(&lower?)));
    Ok(())
}
