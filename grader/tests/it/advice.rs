//! The sentence after rustc's words: the right one, or none.

use crate::common::many::assert_none_missed;
use crate::common::{Learner, solution, step, with};

/// A file that does not compile, and a part of the sentence that it should get; none where it should get no sentence.
struct Case {
    name: String,
    text: String,
    says: Option<String>,
}

/// The cases in `data/step_02/errors.txt`.
fn cases() -> Vec<Case> {
    let data = include_str!("../data/step_02/errors.txt").replace("\r\n", "\n");
    let parts = data.split("\n\n").skip(1);
    let case = |part: &str| {
        let mut lines = part.lines();
        let mut field = |start: &str| {
            let line = lines.next().and_then(|line| line.strip_prefix(start));
            line.unwrap_or_else(|| panic!("no `{start}` in:\n{part}"))
                .to_owned()
        };
        let name = field("// ");
        let task: u8 = field("// task ").parse().expect("a number");
        let says = Some(field("// says ")).filter(|says| says != "nothing");
        let code = lines.collect::<Vec<_>>().join("\n");
        let text = match task {
            0 => format!("{}\n{code}\n", solution()),
            task => with(&[(task, &code)]),
        };
        Case { name, text, says }
    };
    parts.map(case).collect()
}

#[test]
fn some_sentences_fit_the_error_or_are_not_given() {
    let cases = cases();
    assert!(cases.len() >= 50, "{} cases", cases.len());
    assert!(cases.iter().filter(|case| case.says.is_none()).count() >= 12);
    let some: Vec<_> = cases.into_iter().step_by(4).collect();
    assert_fit(&some);
}

#[test]
#[ignore = "it takes a while; .ci/run runs it"]
fn every_sentence_fits_the_error_or_is_not_given() {
    assert_fit(&cases());
}

fn assert_fit(cases: &[Case]) {
    assert_none_missed(step(), "compile errors", cases, |learner, case| {
        let Case { name, text, says } = case;
        learner.save(text);
        let report = learner.check(&[]);
        if report.statuses() != ["does_not_compile"; 8] {
            return vec![format!("{name} compiles")];
        }
        let said = report.step()["diagnostics"].as_array().cloned();
        let said = said.unwrap_or_default();
        let last = said.last().and_then(|last| last.as_str());
        // What rustc says begins with this word, and a sentence of ours does not.
        let ours = last.filter(|text| !text.starts_with("error"));
        let fits = match (says, ours) {
            (None, None) => true,
            (Some(says), Some(ours)) => ours.contains(says),
            _ => false,
        };
        let miss = || format!("{name}: {says:?} and not {ours:?}:\n{}", said[0]);
        (!fits).then(miss).into_iter().collect()
    });
}

#[test]
fn of_many_errors_the_first_one_is_what_the_eye_ends_on() {
    let text = solution().replace("usize", "uzise");
    let shown = Learner::new(&text).show(&[]);
    let count = shown.lines().count();
    let screen: Vec<_> = shown.lines().skip(count.saturating_sub(24)).collect();
    let errors = screen.iter().filter(|line| line.starts_with("error"));
    assert_eq!(errors.count(), 1, "{shown}");
    assert!(shown.contains(" more\n"), "{shown}");
}

#[test]
fn a_sentence_is_about_the_first_error_alone() {
    // The second error is one that a sentence fits.
    let text = with(&[
        (2, "    T::neg_inf()"),
        (3, "    sequence_length.checked_add(num_tokens)"),
    ]);
    let report = Learner::new(&text).check(&[]);
    let said = report.step()["diagnostics"].to_string();
    assert!(said.contains("neg_inf"), "{said}");
    assert!(!said.contains("ok_or"), "{said}");
}
