//! The tables of an instructor's own: who is in the class, and where points go.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::name;
use super::results;
use super::roster::{Found, Matched, matched};
use super::sheet::Sheet;
use super::summary::Summary;
use crate::error::Result;

/// So many names are told of each kind.
const MOST: usize = 40;

impl Summary {
    /// Who of a class has handed in nothing, and what belongs to nobody in it. Lines are known by the cells of one column
    /// or, where none is named, of any.
    ///
    /// # Errors
    ///
    /// Usage, where the table cannot be read.
    pub fn missing(&self, roster: &Path, column: Option<&str>) -> Result<String> {
        let sheet = Sheet::read(roster)?;
        let column = column.map(|name| sheet.column(name)).transpose()?;
        let lines = lines(&sheet, column);
        let matched = matched(&lines, &self.rows);
        let who = |wanted: Found| -> Vec<String> {
            let found = lines.iter().zip(&matched.found);
            let found = found.filter(|(line, found)| **found == wanted && !is_empty(line));
            found.map(|(line, _)| line[0].trim().to_owned()).collect()
        };
        let mut text = String::new();
        list("Handed in nothing", &who(Found::Nothing), &mut text);
        list(
            "Handed in more than can be told apart",
            &who(Found::Unclear),
            &mut text,
        );
        list(
            "Hand-ins of nobody in the class",
            &self.strangers(&matched),
            &mut text,
        );
        Ok(text)
    }

    /// The names of the hand-ins that belong to no line.
    fn strangers(&self, matched: &Matched) -> Vec<String> {
        let strangers = matched.strangers.iter();
        let name = |row: &usize| name::quoted(&self.rows[*row].id);
        strangers.map(name).collect()
    }

    /// Fills the points into a column of a grade book: into a new file beside it or, with `force`, into itself. All other
    /// cells stay as they are. Gives the file, and what could not be filled in.
    ///
    /// # Errors
    ///
    /// Usage, where the table cannot be read or has no such columns.
    pub fn fill(
        &self,
        gradebook: &Path,
        by: &str,
        column: &str,
        force: bool,
    ) -> Result<(PathBuf, String)> {
        let sheet = Sheet::read(gradebook)?;
        let (by, column) = (sheet.column(by)?, sheet.column(column)?);
        let lines = lines(&sheet, Some(by));
        let matched = matched(&lines, &self.rows);
        let mut cells = Vec::new();
        let (mut unclear, mut ungraded) = (Vec::new(), Vec::new());
        for (place, (line, found)) in lines.iter().zip(&matched.found).enumerate() {
            match found {
                Found::Points(points) => cells.push((place, points.to_string())),
                Found::Unclear => unclear.push(line[0].clone()),
                Found::Ungraded => ungraded.push(line[0].clone()),
                Found::Nothing => {}
            }
        }
        let path = if force {
            gradebook.to_owned()
        } else {
            gradebook.with_extension("filled.csv")
        };
        let rights = fs::metadata(gradebook).map(|about| about.permissions());
        results::write(&path, &sheet.with(column, &cells))?;
        // Whoever may read the one may read the other.
        if let Ok(rights) = rights {
            let _ = fs::set_permissions(&path, rights);
        }
        let mut text = format!("\n{} of {} lines filled in\n", cells.len(), lines.len());
        list(
            "Not filled in: it could not be judged",
            &ungraded,
            &mut text,
        );
        list(
            "Not filled in: more than can be told apart",
            &unclear,
            &mut text,
        );
        list(
            "Hand-ins that belong to no line",
            &self.strangers(&matched),
            &mut text,
        );
        Ok((path, text))
    }
}

/// The cells by which each line is known; that of a line without it is empty.
fn lines(sheet: &Sheet, column: Option<usize>) -> Vec<Vec<String>> {
    let known = |row: Vec<String>| match column {
        Some(column) => vec![row.get(column).cloned().unwrap_or_default()],
        None => row,
    };
    sheet.rows().map(known).collect()
}

fn is_empty(line: &[String]) -> bool {
    line.iter().all(|cell| cell.trim().is_empty())
}

/// Some names below a title.
fn list(title: &str, names: &[String], text: &mut String) {
    if names.is_empty() {
        return;
    }
    let _ = write!(text, "\n{title}: {}\n\n", names.len());
    for name in names.iter().take(MOST) {
        let _ = writeln!(text, "  {}", name.replace(['\n', '\r'], " "));
    }
    if names.len() > MOST {
        let _ = writeln!(text, "  and {} more", names.len() - MOST);
    }
}
