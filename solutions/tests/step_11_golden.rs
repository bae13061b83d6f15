//! The reference answers of step 11 against what transformers computed of whole models; see
//! `grader/tests/data/models/README.md`.

mod golden;

use golden::{ids, models, off};

/// What rounding may come to, beside the largest number.
const ROUNDING: f32 = 6e-6;

#[test]
fn what_others_computed_is_what_the_reference_computes() {
    for (model, golden) in models() {
        let ids = ids(&golden["input_ids"]);
        let ours = model.logits(&ids).expect("the ids are there");
        let (off, largest) = off(&ours, &golden["logits"]);
        assert!(off <= ROUNDING * largest, "{off} of {largest}");
        let next = model.next_token_logits(&ids).expect("the ids are there");
        let last = ours.row(ids.len() - 1);
        let off = next.iter().zip(last).map(|(a, b)| (a - b).abs());
        assert!(off.fold(0.0, f32::max) <= ROUNDING * largest);
        if let Some(loss) = golden.get("loss") {
            let ours = model.loss(&ids).expect("the ids are there");
            assert!((ours - loss[[0]]).abs() <= ROUNDING * largest, "{ours}");
        }
    }
}

/// Row i predicts token i + 1, so no row may know a later token. This needs no golden values.
#[test]
fn the_last_token_changes_nothing_before_it() {
    for (model, golden) in models() {
        let mut ids = ids(&golden["input_ids"]);
        let before = model.logits(&ids).expect("the ids are there");
        let last = ids.len() - 1;
        ids[last] = usize::from(ids[last] == 0);
        let after = model.logits(&ids).expect("the ids are there");
        for row in 0..last {
            assert_eq!(before.row(row), after.row(row), "row {row}");
        }
        assert_ne!(before.row(last), after.row(last));
    }
}
