//! The catalogue of mistakes: each says what was done and what to do, and can be told from the right answers and from
//! every other mistake.

use std::collections::BTreeSet;

use crate::common::step;
use grader::anchors;
use grader::protocol::Call;
use grader::steps::{Given, Misconception, Task};

const SEEDS: std::ops::Range<u64> = 0..4;

/// The mistakes that are known by their answers.
fn catalogue() -> impl Iterator<Item = &'static Misconception> {
    step()
        .misconceptions
        .iter()
        .flat_map(|family| family.mistakes)
}

/// Every mistake with each of its tasks.
fn mistakes() -> Vec<(&'static Misconception, &'static Task)> {
    let tasks =
        |mistake: &'static Misconception| mistake.tasks.iter().map(move |&task| (mistake, task));
    catalogue()
        .flat_map(tasks)
        .map(|(mistake, task)| (mistake, step().task(task).expect("the step has this task")))
        .collect()
}

#[test]
fn every_mistake_says_what_was_done_and_what_to_do() {
    for mistake in step().families().flat_map(|family| family.mistakes) {
        let Misconception {
            id,
            title,
            text,
            fix,
            ..
        } = mistake;
        assert!(!title.is_empty() && title.len() <= 60, "{id}: {title}");
        assert!(!title.ends_with('.'), "{id}: {title}");
        for part in [text, fix] {
            assert!(part.len() >= 20, "{id}: {part}");
            assert!(part.ends_with(['.', ')']), "{id}: {part}");
            assert!(!part.contains("  "), "{id} has a gap: {part}");
            assert_eq!(part.matches('`').count() % 2, 0, "{id}: {part}");
        }
        assert!(text.len() + fix.len() <= 420, "{id} says too much");
        for part in [title, text, fix] {
            assert!(part.is_ascii(), "{id} is not plain ASCII: {part}");
        }
    }
    let mut seen = BTreeSet::new();
    for (Misconception { id, .. }, task) in mistakes() {
        let number = task.number;
        assert!(
            seen.insert((id, number)),
            "two mistakes of task {number} are called {id}"
        );
        assert!(
            task.function.is_some(),
            "{id} is about a task that is not asked"
        );
    }
    assert!(catalogue().all(|mistake| !mistake.answers.is_empty()));
}

#[test]
fn what_to_do_is_not_the_answer() {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for (mistake, task) in mistakes() {
        let answer = anchors::part(step().solution, &format!("answer_{}", task.number));
        let answer = answer.expect("an answer");
        let told = answer
            .lines()
            .map(squeezed)
            .find(|line| line.len() > 7 && squeezed(mistake.fix).contains(line));
        assert_eq!(told, None, "{}", mistake.id);
    }
}

/// One way to make a mistake; `None` stands for the right answers.
type Way = Option<fn(&Call) -> Option<Given>>;

#[test]
fn every_mistake_can_be_told_from_right_answers_and_from_every_other() {
    for task in step().tasks.iter().filter(|task| task.function.is_some()) {
        // The right answers come first.
        let mut ways: Vec<(&str, Way)> = vec![("nothing", None)];
        for mistake in catalogue().filter(|mistake| mistake.tasks.contains(&task.number)) {
            ways.extend(mistake.answers.iter().map(|way| (mistake.id, Some(*way))));
        }
        for seed in SEEDS {
            let confused = confused(task, &ways, seed);
            // Some ways are not for this task, or come to right answers in it: they name nothing.
            let idle: BTreeSet<_> = confused
                .iter()
                .filter(|(_, other)| *other == 0)
                .map(|(way, _)| *way)
                .collect();
            let wrong = |way: &usize| !idle.contains(way);
            let told: BTreeSet<_> = (1..ways.len())
                .filter(wrong)
                .map(|way| ways[way].0)
                .collect();
            for (id, _) in &ways[1..] {
                assert!(
                    told.contains(id),
                    "task {}, seed {seed}: {id} is no mistake",
                    task.number
                );
            }
            let both: Vec<_> = confused
                .iter()
                .filter(|(way, _)| wrong(way))
                .map(|(way, other)| {
                    format!("{} (way {way}) is also {}", ways[*way].0, ways[*other].0)
                })
                .collect();
            assert!(
                both.is_empty(),
                "task {}, seed {seed}: {}",
                task.number,
                both.join(", ")
            );
        }
    }
}

/// The pairs of ways of which the second explains all that the first answers, with different names.
fn confused(task: &Task, ways: &[(&str, Way)], seed: u64) -> Vec<(usize, usize)> {
    let pairs = (1..ways.len()).flat_map(|way| (0..ways.len()).map(move |other| (way, other)));
    let mut pairs: Vec<_> = pairs
        .filter(|(way, other)| ways[*way].0 != ways[*other].0)
        .collect();
    for question in task
        .questions(seed)
        .iter()
        .flat_map(|check| &check.questions)
    {
        let mut answers = vec![None; ways.len()];
        let used: BTreeSet<_> = pairs
            .iter()
            .flat_map(|(way, other)| [*way, *other])
            .collect();
        for way in used {
            answers[way] = match ways[way].1 {
                None => Some(Given::Answer(question.expected.clone())),
                Some(way) => way(&question.call),
            };
        }
        pairs.retain(|(way, other)| match (&answers[*way], &answers[*other]) {
            (Some(answer), Some(given)) => explains(given, answer),
            // It is not for this task: as good as right.
            (None, _) => *other == 0,
            (_, None) => false,
        });
    }
    pairs
}

/// Whether the judge takes an answer for the one that is given.
fn explains(given: &Given, answer: &Given) -> bool {
    match (given, answer) {
        (Given::Answer(given), Given::Answer(answer)) => {
            given.difference(&answer.reply()).is_none()
        }
        (Given::Panic(given), Given::Panic(answer)) => answer.contains(given),
        _ => false,
    }
}
