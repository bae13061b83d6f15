//! Whole programs, right and wrong, with the real command: the right ones as differently written as people do, the
//! wrong ones with one mistake each. They lie in `tests/data/STEP/right` and `wrong`, for every step that has some.
//!
//! A wrong one is the answer to one task, in a file `TASK_NAME.rs`. If the mistake has a name it is `TASK_ID_NAME.rs`,
//! and the book shows the first one by name.
//!
//! With `STEP=03` in the environment it is the programs of that step alone.

use std::collections::BTreeSet;
use std::fs;
use std::hash::Hasher;

use crate::common::many::{assert_none_missed, chosen, gives};
use crate::common::programs::{Program, catalogue, files, right, wrong};
use crate::common::{Learner, Report, with_choice_in};
use grader::steps::{Check, Example, Step};
use serde_json::Value as Json;
use siphasher::sip::SipHasher13;

/// Large examples in the book depend on it.
const SEED: u64 = 0;
/// What may be said of the task with the mistake. That it does not compile is a mistake in the program here.
const FAULTS: [&str; 5] = ["wrong", "panicked", "crashed", "timed_out", "out_of_limits"];

/// So many wrong answers to a task are compiled as one program.
const AT_ONCE: usize = 32;

#[test]
fn some_right_programs_pass_in_full() {
    for step in chosen() {
        let mut number = 0..;
        let mut programs = right(step);
        assert!(programs.len() >= 12, "{} right programs", programs.len());
        programs.retain(|_| number.next().is_some_and(|number| number % 40 == 0));
        check(step, &programs);
    }
}

#[test]
#[ignore = "it takes a while; .ci/run runs it"]
fn every_right_program_passes_in_full() {
    for step in chosen() {
        check(step, &right(step));
    }
}

#[test]
#[ignore = "it takes minutes; .ci/run runs it"]
fn every_wrong_program_is_rejected_at_its_task_and_named() {
    for step in chosen() {
        let programs = wrong(step);
        let groups = programs.chunk_by(|one, other| one.number() == other.number());
        let groups: Vec<_> = groups.flat_map(|group| group.chunks(AT_ONCE)).collect();
        assert_none_missed(step, "groups of wrong", &groups, |learner, group| {
            missed(step, learner, group)
        });
    }
}

#[test]
fn every_task_is_done_wrongly_and_every_mistake_is_made() {
    for step in chosen() {
        let programs = wrong(step);
        for task in step.tasks.iter().filter(|task| task.function.is_some()) {
            let number = task.number;
            let mut tasks = programs.iter().filter_map(|program| program.wrong);
            assert!(
                tasks.any(|task| task.number == number),
                "no program does task {number} wrongly"
            );
        }
        let made: BTreeSet<_> = programs
            .iter()
            .filter_map(|program| Some((program.id?, program.wrong?.number)))
            .collect();
        for mistake in catalogue(step) {
            // Those of any task have a program for one.
            let anywhere = mistake.tasks.is_empty();
            assert!(
                !anywhere || made.iter().any(|(id, _)| *id == mistake.id),
                "no program makes {}",
                mistake.id
            );
            for task in mistake.tasks {
                assert!(
                    made.contains(&(mistake.id, *task)),
                    "no program makes {} in task {task}",
                    mistake.id
                );
            }
        }
    }
}

/// Has the grader check them all and fails with everything that it said wrongly.
fn check(step: &'static Step, programs: &[Program]) {
    assert_none_missed(step, "right", programs, |learner, program| {
        program.miss(learner).into_iter().collect()
    });
}

/// What the grader says wrongly of wrong answers to one task.
fn missed(step: &'static Step, learner: &mut Learner, group: &[Program]) -> Vec<String> {
    let task = group.first().map_or(0, Program::number);
    let answers: Vec<_> = group.iter().map(|program| program.text.as_str()).collect();
    let checks = step
        .task(task)
        .map_or_else(Vec::new, |task| task.questions(SEED));
    learner.save(&with_choice_in(step, task, &answers));
    let misses = group.iter().enumerate().filter_map(|(number, program)| {
        learner.choose(number);
        // Without a name, any questions will do.
        let seed = program.id.map_or_else(|| hash(&program.text), |_| SEED);
        let report = learner.check(&["--seed", &seed.to_string()]);
        program.said_wrongly(&report, &checks)
    });
    misses.collect()
}

/// A number that follows from a text.
fn hash(text: &str) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

impl Program {
    /// What the grader says wrongly of the whole file; `None` where nothing is.
    fn miss(&self, learner: &Learner) -> Option<String> {
        let there = learner.folder().join(self.step.stem);
        if let Some(modules) = &self.modules {
            fs::create_dir(&there).expect("the folder is made");
            for file in files(modules) {
                let copy = there.join(file.file_name().expect("a name"));
                fs::copy(&file, copy).expect("the submodule is copied");
            }
        }
        learner.save(&self.text);
        let report = learner.check(&[]);
        if self.modules.is_some() {
            fs::remove_dir_all(&there).expect("the folder is removed");
        }
        self.said_wrongly(&report, &[])
    }

    /// The number of the task with the mistake.
    fn number(&self) -> u8 {
        self.wrong.map_or(0, |task| task.number)
    }

    /// What a report says wrongly of it.
    fn said_wrongly(&self, report: &Report, checks: &[Check]) -> Option<String> {
        let fault = self.fault(report, checks)?;
        let statuses = report.statuses();
        let failing = (1..)
            .zip(&statuses)
            .find(|(_, status)| **status != "passed");
        let detail = failing.map_or_else(String::new, |(task, _)| {
            let diagnostics = &report.step()["diagnostics"];
            format!(
                "task {task}: {} {} {}",
                report.message(task),
                report.task(task)["counterexample"],
                diagnostics[0].as_str().unwrap_or_default()
            )
        });
        Some(format!(
            "{}: {fault}\n    {statuses:?}\n    {detail}\n",
            self.name
        ))
    }

    fn fault(&self, report: &Report, checks: &[Check]) -> Option<String> {
        let statuses = report.statuses();
        let Some(wrong) = self.wrong else {
            let passed =
                statuses.iter().all(|status| *status == "passed") && report.exit == Some(0);
            return (!passed).then(|| format!("does not pass, exit status {:?}", report.exit));
        };
        for (task, status) in self.step.tasks.iter().zip(&statuses) {
            let (number, is_wrong) = (usize::from(task.number), task.number == wrong.number);
            let uses = task.uses.contains(&wrong.number);
            let is_fault = FAULTS.contains(status);
            if *status == "blocked" && uses {
                // The one that is said to be at fault is the one that is.
                if !report
                    .message(number)
                    .contains(&format!("task {}", wrong.number))
                {
                    return Some(format!("task {number} blames another task"));
                }
            } else if if is_wrong {
                !is_fault
            } else {
                *status != "passed" && !(uses && is_fault && self.id.is_none())
            } {
                return Some(format!("task {number} is {status}"));
            }
            let (name, own) = (
                &report.task(number)["misconception"],
                self.id.filter(|_| is_wrong),
            );
            // What comes of a part that answers now so and now so is judged by itself.
            let is_open = uses && self.id.is_none();
            if name.as_str() != own && !is_open {
                return Some(format!("task {number} is called {name}"));
            }
        }
        if report.exit != Some(i32::from(!wrong.optional)) {
            return Some(format!("exit status {:?}", report.exit));
        }
        self.other_example(&report.task(wrong.number.into())["counterexample"], checks)
    }

    /// What the report shows where the book shows something else; `None` where it shows the same.
    fn other_example(&self, shown: &Json, checks: &[Check]) -> Option<String> {
        // None can be shown of some.
        let Example { call, given, .. } = self.shown?.example(checks)?;
        let call = self.step.show(&call);
        let same = shown["call"] == call.as_str() && gives(&given, &shown["actual"]);
        (!same).then(|| format!("in the book {call} gives {given:?}, not {shown}"))
    }
}
