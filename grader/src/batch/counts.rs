//! What counts, and how much: the tasks that are graded, and the points that an instructor gives.

use std::fmt::Write as _;

use serde_json::Value;

use crate::error::{Error, Result};
use crate::judge::{Status, StepVerdict};
use crate::steps::{STEPS, Step};

/// What counts.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Ranges of tasks, of one step or of all; where there is none, all tasks count.
    tasks: Vec<Range>,
    /// The points of tasks that an instructor has set, by step and task.
    points: Vec<((u8, u8), u32)>,
}

#[derive(Clone, Debug)]
struct Range {
    step: Option<u8>,
    first: u8,
    last: u8,
}

impl Counts {
    /// Reads `--tasks`, such as `2-6` or `02.1-4,03.2`.
    ///
    /// # Errors
    ///
    /// Usage, where it names no tasks.
    pub fn with_tasks(mut self, text: &str) -> Result<Self> {
        let range = |part: &str| {
            let (step, tasks) = match part.split_once('.') {
                Some((step, tasks)) => (Some(Step::find(step)?), tasks),
                None => (None, part),
            };
            let (first, last) = tasks.split_once('-').unwrap_or((tasks, tasks));
            let (first, last) = (first.parse().ok()?, last.parse().ok()?);
            let steps = STEPS
                .iter()
                .filter(|one| step.is_none_or(|step| step.number == one.number));
            let exists = steps.into_iter().any(|step| step.task(last).is_some());
            (0 < first && first <= last && exists).then_some(Range {
                step: step.map(|step| step.number),
                first,
                last,
            })
        };
        for part in text.split(',').map(str::trim) {
            self.tasks.push(range(part).ok_or_else(|| {
                Error::Usage(format!(
                    "`{part}` names no tasks\nexpected a number, a range such as `2-6`, or one of a step such as `02.1-4`, with commas between several"
                ))
            })?);
        }
        Ok(self)
    }

    /// Reads a file of points: TOML or JSON with a number for a task, such as `02.1 = 5`.
    ///
    /// # Errors
    ///
    /// Usage, where it is neither, or names a task that there is not.
    pub fn with_points(mut self, text: &str) -> Result<Self> {
        let pairs = if text.trim_start().starts_with('{') {
            of_json(text)
        } else {
            of_toml(text)
        };
        for (name, points) in pairs? {
            let task = || {
                let (step, task) = name.split_once('.')?;
                let step = Step::find(step)?;
                Some((step.number, step.task(task.parse().ok()?)?.number))
            };
            let task = task().ok_or_else(|| {
                Error::Usage(format!(
                    "the points are for `{name}`, and there is no such task\nexpected a step and a task, such as `02.1`"
                ))
            })?;
            self.points.push((task, points));
        }
        self.points.sort_unstable();
        if let Some(twice) = self.points.windows(2).find(|two| two[0].0 == two[1].0) {
            let (step, task) = twice[0].0;
            return Err(Error::Usage(format!(
                "the points of task {step:02}.{task} are given twice\nleave one of them out"
            )));
        }
        Ok(self)
    }

    /// Whether a task counts.
    fn has(&self, step: u8, task: u8) -> bool {
        let within = |range: &Range| {
            range.step.is_none_or(|of| of == step) && (range.first..=range.last).contains(&task)
        };
        self.tasks.is_empty() || self.tasks.iter().any(within)
    }

    /// Whether any task of a step counts.
    pub fn has_step(&self, step: &Step) -> bool {
        let mut tasks = step.tasks.iter();
        tasks.any(|task| self.has(step.number, task.number))
    }

    /// Leaves in a verdict what counts, and makes it count as much as it does.
    pub fn apply(&self, verdict: &mut StepVerdict) {
        let step = verdict.step.number;
        verdict
            .tasks
            .retain(|task| self.has(step, task.task.number));
        for task in &mut verdict.tasks {
            let key = (step, task.task.number);
            if let Some((_, points)) = self.points.iter().find(|(of, _)| *of == key) {
                task.worth = *points;
            }
            let passed = task.status == Status::Passed;
            task.points = if passed { task.worth } else { 0 };
        }
    }

    /// The tasks that count, in one word; `None` where all do.
    pub fn tasks(&self) -> Option<String> {
        let ranges = self.tasks.iter().map(|Range { step, first, last }| {
            let step = step.map_or(String::new(), |step| format!("{step:02}."));
            format!("{step}{first}-{last}")
        });
        let ranges: Vec<_> = ranges.collect();
        (!ranges.is_empty()).then(|| ranges.join(","))
    }

    /// The points that are set, in one word; `None` where none are.
    pub fn points(&self) -> Option<String> {
        let mut word = String::new();
        for ((step, task), points) in &self.points {
            let _ = write!(word, "{step:02}.{task}={points} ");
        }
        (!word.is_empty()).then(|| word.trim_end().to_owned())
    }
}

/// `{"02.1": 5}` or `{"02": {"1": 5}}`.
fn of_json(text: &str) -> Result<Vec<(String, u32)>> {
    let read: Value = serde_json::from_str(text)
        .map_err(|error| Error::Usage(format!("the points are no JSON: {error}")))?;
    let mut pairs = Vec::new();
    for (name, value) in read.as_object().into_iter().flatten() {
        match value {
            Value::Object(tasks) => {
                for (task, points) in tasks {
                    pairs.push((format!("{name}.{task}"), whole(name, &points.to_string())?));
                }
            }
            points => pairs.push((name.clone(), whole(name, &points.to_string())?)),
        }
    }
    Ok(pairs)
}

/// Lines `02.1 = 5`, or `1 = 5` below `[02]`: as much of TOML as that needs.
fn of_toml(text: &str) -> Result<Vec<(String, u32)>> {
    let mut table = String::new();
    let mut pairs = Vec::new();
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            table = format!("{}.", name.trim().trim_matches('"'));
        } else if let Some((name, points)) = line.split_once('=') {
            let name = name.trim().trim_matches('"');
            pairs.push((format!("{table}{name}"), whole(name, points.trim())?));
        } else if !line.is_empty() {
            return Err(Error::Usage(format!(
                "the points have a line `{line}`\nexpected lines such as `02.1 = 5`"
            )));
        }
    }
    Ok(pairs)
}

/// Points are whole numbers: what adds up here adds up everywhere.
fn whole(name: &str, points: &str) -> Result<u32> {
    let whole = points.parse().ok().filter(|points| *points <= 1_000_000);
    whole.ok_or_else(|| {
        Error::Usage(format!(
            "the points of `{name}` are `{points}`\nexpected a whole number from 0 to a million"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_from_both_formats_alike() {
        let of = |text| {
            Counts::default()
                .with_points(text)
                .map(|counts| counts.points())
        };
        let expected = Some("02.1=5 02.2=0 03.1=7".to_owned());
        for text in [
            "02.1 = 5 # five\n02.2 = 0\n[03]\n1 = 7\n",
            "\"02.1\" = 5\n[02]\n2 = 0\n[step_03]\n1 = 7",
            r#"{"02.1": 5, "2.2": 0, "03": {"1": 7}}"#,
        ] {
            assert_eq!(of(text).ok(), Some(expected.clone()), "{text}");
        }
        for text in [
            "02.1 = 1.5",
            "02.99 = 1",
            "five",
            "02.1 = 1\n2.1 = 2",
            "{",
            r#"{"02.1": "5"}"#,
        ] {
            assert!(of(text).is_err_and(|error| error.is_usage()), "{text}");
        }
    }

    #[test]
    fn tasks_are_named_by_ranges() {
        let counts = Counts::default().with_tasks("2-3,03.1").expect("tasks");
        let has = |step, task| counts.has(step, task);
        assert!(has(2, 2) && has(5, 3 - 1) && has(3, 1));
        assert!(!has(2, 1) && !has(2, 4));
        assert_eq!(counts.tasks().as_deref(), Some("2-3,03.1-1"));
        for text in ["", "0", "3-2", "99", "2-", "99.1", "a"] {
            assert!(Counts::default().with_tasks(text).is_err(), "{text}");
        }
    }
}
