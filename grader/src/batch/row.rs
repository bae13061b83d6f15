//! A hand-in in the tables of a summary.

use std::fmt::Write as _;

use serde_json::Value;

use crate::steps::Step;

/// So many columns has a name in the table for people.
pub(super) const NAME: usize = 34;

/// What became of a hand-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its name.
    pub(super) id: String,
    pub(super) status: String,
    pub(super) reason: String,
    pub(super) points: u32,
    pub(super) most: u32,
    pub(super) deadline: String,
    pub(super) steps: Vec<StepRow>,
}

/// What became of a step of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StepRow {
    /// Its number in two digits.
    pub(super) step: String,
    pub(super) points: u32,
    /// Number, status and mistake of each task.
    pub(super) tasks: Vec<(u8, String, String)>,
}

impl Row {
    pub(super) fn of(result: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let number = |value: &Value| u32::try_from(value.as_u64().unwrap_or(0)).unwrap_or(0);
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let task = |task: Value| {
            let number = u8::try_from(number(&task["task"])).unwrap_or(0);
            (number, text(&task["status"]), text(&task["misconception"]))
        };
        let step = |step: Value| StepRow {
            step: text(&step["step"]),
            points: number(&step["points"]),
            tasks: list(&step["tasks"]).into_iter().map(task).collect(),
        };
        Self {
            id: text(&result["id"]),
            status: text(&result["status"]),
            reason: text(&result["reason"]),
            points: number(&result["points"]),
            most: number(&result["max_points"]),
            deadline: text(&result["deadline"]),
            steps: list(&result["steps"]).into_iter().map(step).collect(),
        }
    }

    pub(super) fn step(&self, step: &Step) -> Option<&StepRow> {
        let number = format!("{:02}", step.number);
        self.steps.iter().find(|one| one.step == number)
    }

    /// The mistakes, each with its step.
    pub(super) fn mistakes(&self) -> impl Iterator<Item = (&str, &str)> {
        let steps = self.steps.iter();
        let all = steps.flat_map(|step| step.tasks.iter().map(|task| (&*step.step, &*task.2)));
        all.filter(|(_, mistake)| !mistake.is_empty())
    }

    pub(super) fn line(&self, steps: &[&Step], each: bool) -> String {
        let mut line = format!("  {:<NAME$}", cut(&shown(&self.id), NAME - 1));
        if self.status != "graded" {
            let why = format!("{}: {}", self.status, shown(&self.reason));
            return line + &cut(&why, 42);
        }
        for step in steps.iter().filter(|_| each) {
            let points = self.step(step).map(|step| step.points.to_string());
            let _ = write!(line, "{:>5}", points.as_deref().unwrap_or("-"));
        }
        let _ = write!(line, "{:>10}", format!("{}/{}", self.points, self.most));
        line
    }

    pub(super) fn cells(&self, steps: &[&Step]) -> Vec<String> {
        let mut cells = vec![
            self.id.clone(),
            self.status.clone(),
            self.points.to_string(),
            self.most.to_string(),
            self.deadline.clone(),
        ];
        for step in steps {
            let own = self.step(step);
            cells.push(own.map_or(String::new(), |own| own.points.to_string()));
            cells.extend(step.tasks.iter().map(|task| {
                let mut tasks = own.into_iter().flat_map(|own| &own.tasks);
                let status = tasks.find(|(number, ..)| *number == task.number);
                status.map_or(String::new(), |(_, status, _)| status.clone())
            }));
        }
        let mistakes: Vec<_> = self
            .mistakes()
            .map(|(step, id)| format!("{step}:{id}"))
            .collect();
        cells.extend([mistakes.join(" "), self.reason.clone()]);
        cells
    }
}

/// A name in one line.
fn shown(name: &str) -> String {
    name.replace(['\n', '\r', '\t'], " ")
}

/// The text, cut where it is longer than that.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}
