//! Shows what figures look like on the page, one of each kind, so that a change of any is seen in a review. That their
//! numbers are right is tested beside each of them.
//!
//! `ACCEPT_FIGURES=1 cargo test --package book --test figures` writes the files anew.

use std::path::Path;
use std::{env, fs};

use book::figures::Figures;

const SHOWN: [&str; 8] = [
    "grader_limits",
    "step_02_causal_mask",
    "step_02_dtypes_dead_row",
    "step_02_opening",
    "step_02_task_7",
    "step_12_greedy",
    "step_12_pieces",
    "step_12_temperatures",
];

#[test]
fn figures_are_what_was_accepted() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures");
    let figures = Figures::all();
    for name in SHOWN {
        let figure = figures.get(name).expect(name).expect(name);
        let file = folder.join(format!("{name}.md"));
        if env::var_os("ACCEPT_FIGURES").is_some() {
            fs::write(&file, figure).expect("writable");
        }
        let accepted = fs::read_to_string(&file).expect("readable");
        assert_eq!(figure, accepted.replace("\r\n", "\n"), "{name}");
    }
}
