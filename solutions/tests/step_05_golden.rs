//! The reference answers of step 05 against the values that PyTorch computed; see `grader/tests/data/step_05/README.md`.

mod golden;

use golden::{calls, ids, matrix};
use solutions::step_05::{Embedding, one_hot};

#[test]
fn what_pytorch_computed_is_what_the_reference_computes() {
    let calls = calls("step_05");
    assert!(calls.len() > 50, "{} calls", calls.len());
    for (call, arrays) in &calls {
        let [first, second, golden] = arrays.as_slice() else {
            panic!("{call} is no call of the step's");
        };
        let ours = match call.starts_with("one_hot") {
            true => one_hot(&ids(first), ids(second)[0]),
            false => {
                let weight = matrix(first);
                Embedding { weight }.forward(&ids(second))
            }
        };
        assert_eq!(ours.expect("they fit"), matrix(golden), "{call}");
    }
}
