//! What `grader check --format json` says.

use serde_json::Value;

/// A report for programs.
pub struct Report {
    pub exit: Option<i32>,
    pub json: Value,
}

impl Report {
    /// Whether answers have no files, no network and no other process.
    pub fn is_walled(&self) -> bool {
        let isolation = self.json["isolation"].as_str().unwrap_or_default();
        isolation.contains("no other process")
    }

    /// The step.
    pub fn step(&self) -> &Value {
        &self.json["steps"][0]
    }

    /// One of its tasks.
    pub fn task(&self, number: usize) -> &Value {
        &self.step()["tasks"][number - 1]
    }

    /// The status of a task.
    pub fn status(&self, number: usize) -> &str {
        self.task(number)["status"].as_str().unwrap_or_default()
    }

    /// What is said about a task.
    pub fn message(&self, number: usize) -> &str {
        self.task(number)["message"].as_str().unwrap_or_default()
    }

    /// The statuses of all tasks.
    pub fn statuses(&self) -> Vec<&str> {
        let tasks = self.step()["tasks"].as_array().map_or(0, Vec::len);
        (1..=tasks).map(|number| self.status(number)).collect()
    }

    /// Fails unless every task passed but those named, which have the status that stands beside them.
    #[track_caller]
    pub fn passed_but(&self, others: &[(usize, &str)]) {
        let expected: Vec<_> = (1..=8)
            .map(|number| {
                others
                    .iter()
                    .find(|(other, _)| *other == number)
                    .map_or("passed", |(_, status)| status)
            })
            .collect();
        assert_eq!(self.statuses(), expected, "{:#}", self.json);
    }
}
