//! What became of a class: the results of one or more batches, read back, as a table for people and one for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::row::{NAME, Row, cut};
use super::{key, name, results, sheet};
use crate::error::Result;
use crate::steps::{STEPS, Step};

/// With more steps than these the table has no room for each.
const MOST_STEPS: usize = 6;
/// So many mistakes and tasks are told.
const MOST: usize = 10;

/// The results of a class.
#[derive(Debug)]
pub struct Summary {
    pub(super) rows: Vec<Row>,
    /// Those that are there more than once.
    twice: Vec<String>,
    /// What results follow from that is not the same for all.
    mixed: Vec<String>,
}

impl Summary {
    /// Reads what batches have written. Of a hand-in that is in several folders the last one counts.
    ///
    /// # Errors
    ///
    /// Usage, where one of them wrote nothing there.
    pub fn read(folders: &[PathBuf]) -> Result<Self> {
        let mut rows: BTreeMap<String, Row> = BTreeMap::new();
        let mut twice = Vec::new();
        let mut mixed = Vec::new();
        let mut first: Option<Value> = None;
        for folder in folders {
            for result in results::all(folder)? {
                let row = Row::of(&result);
                let key = &result["key"];
                if key.is_object() {
                    let first = first.get_or_insert_with(|| key.clone());
                    mixed.extend(key::differences(first, key));
                }
                let id = row.id.clone();
                if rows.insert(id.clone(), row).is_some() {
                    twice.push(id);
                }
            }
        }
        mixed.sort();
        mixed.dedup();
        mixed.retain(|part| part != "source");
        Ok(Self {
            rows: rows.into_values().collect(),
            twice,
            mixed,
        })
    }

    /// The steps that anybody has handed in.
    fn steps(&self) -> Vec<&'static Step> {
        let has = |step: &&Step| {
            let mut all = self.rows.iter().flat_map(|row| &row.steps);
            all.any(|one| Step::find(&one.step).is_some_and(|one| one.number == step.number))
        };
        STEPS.iter().filter(has).collect()
    }

    /// The class as a table for people, at most 80 columns wide, and what it got wrong.
    pub fn text(&self) -> String {
        let steps = self.steps();
        let each = steps.len() <= MOST_STEPS;
        let mut text = format!("  {:<NAME$}", "hand-in");
        for step in steps.iter().filter(|_| each) {
            let _ = write!(text, "{:>5}", format!("{:02}", step.number));
        }
        let _ = writeln!(text, "{:>10}", "points");
        for row in &self.rows {
            let _ = writeln!(text, "{}", row.line(&steps, each));
        }
        let count = |status: &str| self.rows.iter().filter(|row| row.status == status).count();
        let _ = writeln!(
            text,
            "\nHand-ins: {}. Graded {}, rejected {}, errors {}.",
            self.rows.len(),
            count("graded"),
            count("rejected"),
            count("error")
        );
        let mut deadlines: Vec<&str> = self.rows.iter().map(|row| &*row.deadline).collect();
        deadlines.retain(|deadline| !deadline.is_empty());
        deadlines.dedup();
        for deadline in deadlines {
            let _ = writeln!(text, "Deadline: {deadline}");
        }
        for id in &self.twice {
            let _ = writeln!(
                text,
                "{} is there twice; the last one counts.",
                name::quoted(id)
            );
        }
        if !self.mixed.is_empty() {
            let parts = self.mixed.join(", ");
            let _ = writeln!(text, "Not all were judged with the same: {parts}.");
        }
        self.mistakes(&mut text);
        self.tasks(&mut text);
        text
    }

    /// The mistakes by how many made them.
    fn mistakes(&self, text: &mut String) {
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for row in &self.rows {
            let mut made: Vec<_> = row.mistakes().collect();
            made.sort_unstable();
            made.dedup();
            for mistake in made {
                *counts.entry(mistake).or_default() += 1;
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(mistake, count)| (std::cmp::Reverse(*count), *mistake));
        if counts.is_empty() {
            return;
        }
        text.push_str("\nWhat the next lecture could explain, by how many got it wrong\n\n");
        for ((step, id), count) in counts.into_iter().take(MOST) {
            let title = Step::find(step).and_then(|step| title(step, id));
            let title = cut(title.unwrap_or_default(), 60);
            let _ = writeln!(text, "  {count:>4}  {step}  {id:<4} {title}");
        }
    }

    /// The tasks by how many did not pass them.
    fn tasks(&self, text: &mut String) {
        let mut counts: BTreeMap<(&str, u8), (usize, usize)> = BTreeMap::new();
        for step in self.rows.iter().flat_map(|row| &row.steps) {
            for (task, status, _) in &step.tasks {
                let (open, all) = counts.entry((&step.step, *task)).or_default();
                *open += usize::from(status != "passed");
                *all += 1;
            }
        }
        let mut counts: Vec<_> = counts
            .into_iter()
            .filter(|(_, (open, _))| *open > 0)
            .collect();
        counts.sort_by_key(|(task, (open, _))| (std::cmp::Reverse(*open), *task));
        if counts.is_empty() {
            return;
        }
        text.push_str("\nTasks that are not passed yet, by how many\n\n");
        for ((step, task), (open, all)) in counts.into_iter().take(MOST) {
            let title = Step::find(step).and_then(|step| Some(step.task(task)?.title));
            let share = format!("{open} of {all}");
            let _ = writeln!(
                text,
                "  {share:>12}  {step}.{task}  {}",
                title.unwrap_or_default()
            );
        }
    }

    /// The class as a table for programs, safe to be opened in a spreadsheet.
    pub fn table(&self) -> String {
        let steps = self.steps();
        let mut names: Vec<String> = ["hand_in", "status", "points", "max_points", "deadline"]
            .map(str::to_owned)
            .into();
        for step in &steps {
            names.push(step.stem.to_owned());
            let tasks = step.tasks.iter();
            names.extend(tasks.map(|task| format!("{}_task_{}", step.stem, task.number)));
        }
        names.extend(["mistakes", "reason"].map(str::to_owned));
        let rows = self.rows.iter().map(|row| sheet::line(&row.cells(&steps)));
        std::iter::once(sheet::line(&names)).chain(rows).collect()
    }

    /// Writes the table into a folder.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn write(&self, folder: &Path) -> Result<PathBuf> {
        let path = folder.join("summary.csv");
        results::write(&path, self.table().as_bytes())?;
        Ok(path)
    }
}

/// The title of a mistake.
fn title(step: &Step, id: &str) -> Option<&'static str> {
    let mut mistakes = step.families().flat_map(|family| family.mistakes);
    mistakes
        .find(|mistake| mistake.id == id)
        .map(|mistake| mistake.words().title)
}
