//! Your answers, one module a step: open `step_01.rs` and start at task 1.
//!
//! The grader judges them: run `cargo run`, or `cargo grade watch` to have it look whenever you save. `cargo test -p
//! steps` runs tests that you write here yourself, and `cargo test` those of the grader; neither looks at your answers.

// A stub does not use its arguments yet, and imports made for later tasks wait for them.
#![allow(unused_variables, unused_imports)]

pub mod step_01;
pub mod step_02;
pub mod step_03;
pub mod step_04;
pub mod step_05;
pub mod step_06;
pub mod step_07;
pub mod step_08;
pub mod step_09;

#[cfg(test)]
mod tests {
    #[test]
    #[ignore = "the grader judges your answers: run `cargo run`"]
    fn your_answers_are_judged_by_cargo_run() {
        panic!("no test judges your answers; run `cargo run`");
    }
}
pub mod step_10;
pub mod step_11;
pub mod step_12;
