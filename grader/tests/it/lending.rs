//! A step that uses an earlier one: the learner's own stands there once it has passed, and until then the course's.

use crate::common::folders::Folder;
use crate::common::{grader, solution, target, with, with_in};
use grader::steps::Step;
use serde_json::{Value, json};

/// An answer to task 1 of step 03 that needs a right mask: it divides by what the mask opens.
const USES_THE_MASK: &str =
    "let mask = crate::step_02::causal_mask::<f32>(3, 0).expect(\"a mask\");
    let open = mask.iter().filter(|entry| **entry == 0.0).count() as f32;
    x.sum_axis(Axis(1)) / x.ncols() as f32 * (6.0 / open)";

/// A learner's folder with both steps.
struct Both(Folder);

impl Both {
    fn new(purpose: &str, step_02: &str) -> Self {
        let step = Step::find("03").expect("there is a step 03");
        let step_03 = with_in(step, &[(1, USES_THE_MASK)]);
        let files = [("step_02.rs", step_02), ("step_03.rs", &*step_03)];
        Self(Folder::with(purpose, &files))
    }

    fn save(&self, step_02: &str) {
        std::fs::write(self.0.path().join("step_02.rs"), step_02).expect("it is written");
    }

    fn run(&self, words: &[&str]) -> String {
        let mut command = grader();
        command.current_dir(self.0.path()).arg("check").args(words);
        let output = command.arg("--target-dir").arg(target()).output();
        String::from_utf8(output.expect("the grader runs").stdout).expect("a report")
    }

    /// Whose step 02 the third step was judged with, which must pass.
    fn lent(&self, implementation: &str) -> Value {
        let words = ["03", "--impl", implementation, "--format", "json"];
        let report: Value = serde_json::from_str(&self.run(&words)).expect("a report");
        let step = &report["steps"][0];
        assert_eq!(step["status"], "passed", "{step:#}");
        step["lent"].clone()
    }
}

fn from(whose: &str) -> Value {
    json!([{ "step": "02", "from": whose }])
}

#[test]
fn a_step_that_has_not_passed_is_lent_and_one_that_has_is_used() {
    // Whether it has passed is remembered by what stands in it, so this one must be nobody else's.
    let own = format!("{}\n// {}\n", solution(), std::process::id());
    let wrong = with(&[(2, "T::zero()")]);
    let learner = Both::new("both", &wrong);
    assert_eq!(learner.lent("."), from("reference"));
    let shown = learner.run(&["03", "--impl", "."]);
    let says = "Built on the course's own step 02: none of yours has passed.";
    assert!(shown.contains(says), "{shown}");

    learner.save(&own);
    assert_eq!(learner.lent("."), from("reference"));
    assert!(
        learner
            .run(&["02", "--impl", "."])
            .contains("100 of 100 points")
    );
    assert_eq!(learner.lent("."), from("implementation"));
    let shown = learner.run(&["03", "--impl", "."]);
    assert!(!shown.contains("course's own"), "{shown}");

    // What is edited has not passed, whatever it was before.
    learner.save(&wrong);
    assert_eq!(learner.lent("."), from("reference"));
}

#[test]
fn a_file_alone_is_lent_all_that_it_uses() {
    let learner = Both::new("alone", &with(&[(2, "T::zero()")]));
    std::fs::remove_file(learner.0.path().join("step_02.rs")).expect("it is gone");
    assert_eq!(learner.lent("step_03.rs"), from("reference"));
}

#[test]
fn the_step_that_lets_the_future_in_is_named_by_the_report_on_the_head() {
    let find = |number| Step::find(number).expect("there is such a step");
    let open = find("07").solution.replace(
        "causal_mask(x.nrows(), 0)?",
        "Array2::<f32>::zeros((x.nrows(), x.nrows()))",
    );
    assert_ne!(open, find("07").solution);
    let shut = with_in(find("07"), &[]);
    let head = with_in(find("11"), &[]);
    let learner = |step_07: &str| {
        let files = [("step_07.rs", step_07), ("step_11.rs", &*head)];
        Folder::with("future", &files)
    };
    let run = |step_07: &str, more: &[&str]| {
        let folder = learner(step_07);
        let mut command = grader();
        command.current_dir(folder.path());
        command
            .args(["check", "11", "--impl", "."])
            .args(more)
            .arg("--target-dir")
            .arg(target());
        let output = command.output().expect("the grader runs");
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).expect("a report")
    };
    let json = |step_07: &str| -> Value {
        let report: Value =
            serde_json::from_str(&run(step_07, &["--format", "json"])).expect("a report");
        report["steps"][0]["leak"].clone()
    };
    assert_eq!(json(&open), json!({ "row": 0, "step": "07" }));
    let shown = run(&open, &[]);
    assert!(
        shown.contains("another last token changes row 0"),
        "{shown}"
    );
    assert!(
        shown.contains("With the course's step 07 in place of yours it does not"),
        "{shown}"
    );
    // One that has not passed, and knows nothing of it; and one that says nothing at all.
    let scaled = shut.replace(".sqrt()", ".sqrt().sqrt()");
    assert_ne!(scaled, shut);
    assert_eq!(json(&scaled), Value::Null);
    assert_eq!(
        json(&shut.replace("causal_mask(", "todo!(); causal_mask(")),
        Value::Null
    );
}
