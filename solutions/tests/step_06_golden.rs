//! The reference answers of step 06 against the values that PyTorch computed; see `grader/tests/data/step_06/README.md`.
//! A sum of two numbers is rounded once, and by everybody alike.

mod golden;

use golden::{calls, ids, matrix};
use solutions::step_05::Embedding;
use solutions::step_06::{embed, positions};

#[test]
fn what_pytorch_computed_is_what_the_reference_computes() {
    let calls = calls("step_06");
    assert!(calls.len() > 40, "{} calls", calls.len());
    for (call, arrays) in &calls {
        match arrays.as_slice() {
            [start, length, count, golden] => {
                let [start, length, count] = [start, length, count].map(|size| ids(size)[0]);
                let ours = positions(start, length, count);
                assert_eq!(ours.expect("they fit"), ids(golden), "{call}");
            }
            [wte, wpe, tokens, start, golden] => {
                let [wte, wpe] = [wte, wpe].map(|table| Embedding {
                    weight: matrix(table),
                });
                let ours = embed(&wte, &wpe, &ids(tokens), ids(start)[0]);
                assert_eq!(ours.expect("they fit"), matrix(golden), "{call}");
            }
            _ => panic!("{call} is no call of the step's"),
        }
    }
}
