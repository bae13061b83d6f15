//! One worker may be asked about several tasks, and nobody can tell.

use grader::steps::Step;

use crate::common::{Learner, with_in};

/// Answers to step 01 that begin with what `begin` makes of each one's number, and the statuses of its tasks.
fn statuses(beside: &str, begin: impl Fn(u8) -> String) -> Vec<String> {
    let step = Step::find("01").expect("the step");
    let answers = [
        "Self { vocab_size: 50257, n_positions: 1024, n_embd: 768, n_layer: 12, n_head: 12, n_inner: None,
         layer_norm_epsilon: 1e-5 }",
        "let (n_embd, n_layer, n_head) = match name {
             \"gpt2\" => (768, 12, 12),
             \"gpt2-medium\" => (1024, 24, 16),
             \"gpt2-large\" => (1280, 36, 20),
             \"gpt2-xl\" => (1600, 48, 25),
             _ => return None,
         };
         Some(Self { vocab_size: 50257, n_positions: 1024, n_embd, n_layer, n_head, n_inner: None,
              layer_norm_epsilon: 1e-5 })",
        "self.n_inner.unwrap_or(4 * self.n_embd)",
        "(self.n_head > 0 && self.n_embd % self.n_head == 0).then(|| self.n_embd / self.n_head)",
        "let (c, inner) = (self.n_embd, self.n_inner.unwrap_or(4 * self.n_embd));
         let block = 4 * c * c + 2 * c * inner + inner + 9 * c;
         (self.vocab_size + self.n_positions) * c + self.n_layer * block + 2 * c",
        "2 * self.n_layer * self.n_embd * num_tokens * bytes_per_value",
    ];
    let answers: Vec<(u8, String)> = (1..)
        .zip(answers)
        .map(|(task, answer)| (task, format!("{}\n{answer}", begin(task))))
        .collect();
    let answers: Vec<(u8, &str)> = answers
        .iter()
        .map(|(task, text)| (*task, text.as_str()))
        .collect();
    let text = format!("{}\n{beside}", with_in(step, &answers));
    let report = Learner::of(step, &text).check(&["--timeout", "2"]);
    report.statuses().into_iter().map(str::to_owned).collect()
}

#[test]
fn what_is_wrong_only_after_another_task_passes() {
    let beside = "
        fn is_first(task: u8) -> bool {
            static FIRST: std::sync::OnceLock<u8> = std::sync::OnceLock::new();
            *FIRST.get_or_init(|| task) == task
        }";
    let found = statuses(beside, |task| format!("assert!(is_first({task}));"));
    assert_eq!(found, ["passed"; 6]);
}

#[test]
fn a_task_that_crashes_or_prints_costs_no_other_its_pass() {
    let begin = |task| match task {
        1 => "std::process::abort();".to_owned(),
        3 => "println!(\"three\");".to_owned(),
        4 => "loop { std::thread::park(); }".to_owned(),
        _ => String::new(),
    };
    let found = statuses("", begin);
    let expected = [
        "crashed",
        "passed",
        "passed",
        "timed_out",
        "passed",
        "passed",
    ];
    assert_eq!(found, expected);
}
