//! The catalogue of mistakes: each says what was done and what to do, and can be told from the right answers and from
//! every other mistake.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::common::many::chosen;
use grader::protocol::{Call, Dtype};
use grader::steps::{Answer, Misconception, Question, STEPS, Step, Task, Words};

/// Every mistake that is known by its answers, with each of its tasks.
fn mistakes() -> Vec<(&'static Step, &'static Misconception, &'static Task)> {
    let of = |step: &'static Step| {
        let families = step.misconceptions.iter();
        let mistakes = families.flat_map(|family| family.mistakes);
        mistakes.flat_map(move |mistake| {
            let tasks = mistake.tasks.iter();
            tasks.map(move |task| {
                (
                    step,
                    mistake,
                    step.task(*task).expect("the step has this task"),
                )
            })
        })
    };
    STEPS.iter().flat_map(of).collect()
}

#[test]
fn every_mistake_says_what_was_done_and_what_to_do() {
    for mistake in STEPS
        .iter()
        .flat_map(|step| step.families().flat_map(|family| family.mistakes))
    {
        let Words { title, text, fix } = mistake.words();
        let id = mistake.id;
        assert!(!title.is_empty() && title.len() <= 60, "{id}: {title}");
        assert!(!title.ends_with('.'), "{id}: {title}");
        for part in [&text, &fix] {
            assert!(part.len() >= 20, "{id}: {part}");
            assert!(part.ends_with(['.', ')']), "{id}: {part}");
            assert!(!part.contains("  "), "{id} has a gap: {part}");
            assert_eq!(part.matches('`').count() % 2, 0, "{id}: {part}");
        }
        assert!(text.len() + fix.len() <= 420, "{id} says too much");
        for part in [title, &text, &fix] {
            assert!(part.is_ascii(), "{id} is not plain ASCII: {part}");
        }
    }
    let mut seen = BTreeSet::new();
    for (step, Misconception { id, .. }, task) in mistakes() {
        let number = task.number;
        assert!(
            seen.insert((step.number, id, number)),
            "two mistakes of task {number} are called {id}"
        );
        assert!(
            task.function.is_some(),
            "{id} is about a task that is not asked"
        );
    }
    assert!(
        mistakes()
            .iter()
            .all(|(_, mistake, _)| !mistake.ways.is_empty())
    );
}

#[test]
fn every_text_is_about_a_mistake() {
    for family in STEPS.iter().flat_map(Step::families) {
        let texts = family.mistakes[0].texts;
        let headings: Vec<_> = texts
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        let catalogue = STEPS
            .iter()
            .flat_map(Step::families)
            .flat_map(|family| family.mistakes);
        let titles: Vec<_> = catalogue.map(|mistake| mistake.words().title).collect();
        for heading in headings {
            let (name, title) = heading.split_once(": ").expect("an id and a title");
            assert!(titles.contains(&title), "nothing is called {name}");
        }
    }
}

#[test]
fn what_to_do_is_not_the_answer() {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for (step, mistake, task) in mistakes() {
        let answer = grader::anchors::part(step.solution, &format!("answer_{}", task.number));
        let answer = answer.expect("an answer");
        let fix = squeezed(&mistake.words().fix);
        let told = answer
            .lines()
            .map(squeezed)
            .find(|line| line.len() > 7 && fix.contains(line));
        assert_eq!(told, None, "{}", mistake.id);
    }
}

#[test]
fn some_mistakes_can_be_told_from_right_answers_and_from_every_other() {
    // Large masks of one dtype are enough, of that which rounds most, and small ones of the least usual.
    told_apart(0..1, 25, |question| {
        let most = match question.call.dtype {
            Dtype::Bf16 => usize::MAX,
            Dtype::F32 => 512,
            _ => 8,
        };
        entries(question) < most
    });
}

#[test]
#[ignore = "it takes minutes; .ci/run runs it"]
fn every_mistake_can_be_told_whatever_is_asked() {
    told_apart(0..1, 1, |_| true);
    // Large ones differ little from seed to seed, and those of one dtype are enough, of that which rounds most.
    told_apart(1..3, 1, |question| {
        question.call.dtype == Dtype::Bf16 || entries(question) < 1024
    });
}

/// Every way to make a mistake, or one mistake of so many, leads to its name and to no other.
fn told_apart(seeds: Range<u64>, of_so_many: usize, is_asked: fn(&Question) -> bool) {
    for seed in seeds {
        for (step, task, mut questions) in asked(seed) {
            questions.retain(is_asked);
            let of_task = mistakes()
                .into_iter()
                .filter(|(of, _, about)| of.number == step.number && about.number == task.number);
            for (_, mistake, _) in of_task.step_by(of_so_many) {
                // Some ways are about other tasks, or come to right answers in this one: they name nothing.
                let named: Vec<_> = mistake
                    .ways
                    .iter()
                    .enumerate()
                    .filter_map(|(number, way)| {
                        let names = named(step, task, &questions, |call| way.example(call))?;
                        Some((number, names))
                    })
                    .collect();
                assert!(
                    !named.is_empty(),
                    "task {}, seed {seed}: {} is no mistake",
                    task.number,
                    mistake.id
                );
                for (way, names) in named {
                    assert_eq!(
                        names,
                        [mistake.id],
                        "task {}, seed {seed}: way {way} of {}",
                        task.number,
                        mistake.id
                    );
                }
            }
        }
    }
}

/// Whatever number a mistake leaves open, it has one name or none, and its own where its words are true.
#[test]
#[ignore = "it takes minutes; .ci/run runs it"]
fn no_number_has_two_names() {
    let mut rng = fastrand::Rng::with_seed(0);
    for (step, task, mut questions) in asked(0) {
        // Fewer answers tell less apart, so where these do, all do.
        questions.retain(|question| entries(question) < 256);
        for (_, mistake, _) in mistakes()
            .into_iter()
            .filter(|(of, _, about)| of.number == step.number && about.number == task.number)
        {
            for way in mistake.ways {
                let Some(open) = &way.number else { continue };
                let mut own = false;
                for number in numbers(&mut rng) {
                    let Some(names) = named(step, task, &questions, |call| {
                        (way.given)(call, call.dtype.round(number))
                    }) else {
                        continue;
                    };
                    assert!(
                        names.len() < 2,
                        "task {}: {names:?} for {number}",
                        task.number
                    );
                    let is_true = Dtype::ALL
                        .into_iter()
                        .all(|dtype| (open.within)(dtype, dtype.round(number)));
                    own |= is_true && names == [mistake.id];
                }
                assert!(
                    own || named(step, task, &questions, |call| way.example(call)).is_none(),
                    "task {}: no number leads to {}",
                    task.number,
                    mistake.id
                );
            }
        }
    }
}

/// Whole numbers around 0, and numbers of every size.
fn numbers(rng: &mut fastrand::Rng) -> Vec<f64> {
    let mut numbers: Vec<f64> = (-3..=3).map(f64::from).collect();
    numbers.extend((0..4).map(|_| f64::from(rng.i32(-90..90))));
    for power in (-12..=36).step_by(4) {
        let number = 10_f64.powi(power) * (1.0 + rng.f64());
        numbers.extend([number, -number]);
    }
    numbers
}

/// How many entries the answer has.
fn entries(question: &Question) -> usize {
    let array = question.expected.array();
    array.map_or(0, |array| array.entries.len())
}

/// Every task that is asked, with its questions.
fn asked(seed: u64) -> impl Iterator<Item = (&'static Step, &'static Task, Vec<Question>)> {
    let tasks = chosen().flat_map(|step| step.tasks.iter().map(move |task| (step, task)));
    tasks
        .filter(|(_, task)| task.function.is_some())
        .map(move |(step, task)| {
            let checks = task.questions(seed).into_iter();
            (
                step,
                task,
                checks.flat_map(|check| check.questions).collect(),
            )
        })
}

/// The names of these answers; `None` where they are right or about something else.
fn named(
    step: &Step,
    task: &Task,
    questions: &[Question],
    given: impl Fn(&Call) -> Option<grader::steps::Given>,
) -> Option<Vec<&'static str>> {
    let answer = |question: &Question| Some(Answer::Reply(given(&question.call)?.reply()));
    let answers: Vec<_> = questions.iter().map(answer).collect::<Option<_>>()?;
    let is_right = |(question, answer): (&Question, &Answer)| matches!(answer, Answer::Reply(reply) if question.expected.difference(reply).is_none());
    if questions.iter().zip(&answers).all(is_right) {
        return None;
    }
    let pairs = questions
        .iter()
        .map(|question| &question.call)
        .zip(&answers);
    let mistakes = step.mistakes(task, pairs);
    Some(mistakes.map(|mistake| mistake.id).collect())
}
