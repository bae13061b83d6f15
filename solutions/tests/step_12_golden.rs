//! The reference answers of step 12 against what transformers computed of whole models; see
//! `grader/tests/data/models/README.md`.

mod golden;

use golden::{ids, models};
use solutions::step_12::{argmax, generate};

/// How many ids each was given.
const GIVEN: [usize; 2] = [5, 20];

#[test]
fn the_reference_writes_what_others_write_greedily() {
    for ((model, golden), given) in models().into_iter().zip(GIVEN) {
        let greedy = ids(&golden["greedy"]);
        let count = greedy.len() - given;
        assert!(count >= 20);
        let ours = generate(&model, &greedy[..given], count, argmax);
        assert_eq!(ours.expect("the ids are there"), greedy);
    }
}
