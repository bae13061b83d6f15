//! The reference answer of step 10 against what transformers computed of whole models; see
//! `grader/tests/data/models/README.md`.

mod golden;

use golden::{ids, models, off};

/// What rounding may come to, beside the largest number.
const ROUNDING: f32 = 4e-6;

#[test]
fn what_others_computed_is_what_the_reference_computes() {
    for (model, golden) in models() {
        let last = model.transformer.h.len();
        let ours = model.transformer.forward(&ids(&golden["input_ids"]));
        let ours = ours.expect("the ids are there");
        let (off, largest) = off(&ours, &golden[&format!("hidden.{last}")]);
        assert!(off <= ROUNDING * largest, "{off} of {largest}");
    }
}
