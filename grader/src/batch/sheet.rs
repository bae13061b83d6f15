//! Tables as spreadsheets exchange them, CSV after RFC 4180, with the separators that programs of other countries use. What
//! is not changed stays as it is, byte for byte.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::error::{Error, Reason, Result};

/// The mark that some programs put before UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A table that was read: a line of names, and lines of cells.
#[derive(Debug)]
pub(super) struct Sheet {
    path: PathBuf,
    bytes: Vec<u8>,
    /// Where each cell of each line lies, with its quotes.
    lines: Vec<Vec<Range<usize>>>,
}

impl Sheet {
    /// Reads a table.
    ///
    /// # Errors
    ///
    /// Usage, where it cannot be read, or is none.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let refused = |reason| Error::Place {
            doing: "read",
            path: path.to_owned(),
            reason,
            advice:
                "expected a table as CSV in UTF-8, with the names of the columns in its first line"
                    .to_owned(),
        };
        let bytes = std::fs::read(path).map_err(|error| refused(Reason::System(error)))?;
        std::str::from_utf8(&bytes).map_err(|error| refused(Reason::NotText(error)))?;
        let lines = lines(&bytes).map_err(|text| refused(Reason::Other(text.to_owned())))?;
        if lines.is_empty() {
            return Err(refused(Reason::Other("it is empty".to_owned())));
        }
        Ok(Self {
            path: path.to_owned(),
            bytes,
            lines,
        })
    }

    /// The column of this name.
    ///
    /// # Errors
    ///
    /// Usage, where there is none, or more than one.
    pub(super) fn column(&self, name: &str) -> Result<usize> {
        let names: Vec<String> = self.lines[0].iter().map(|cell| self.text(cell)).collect();
        let mut places = (0..names.len()).filter(|place| names[*place].trim() == name.trim());
        match (places.next(), places.next()) {
            (Some(place), None) => Ok(place),
            (found, _) => {
                let how = if found.is_some() {
                    "more than one column"
                } else {
                    "no column"
                };
                Err(Error::Usage(format!(
                    "`{}` has {how} `{name}`\nits columns are: {}",
                    self.path.display(),
                    names.join(", ")
                )))
            }
        }
    }

    /// The lines after the first, each with the texts of its cells.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<String>> {
        let lines = self.lines.iter().skip(1);
        lines.map(|line| line.iter().map(|cell| self.text(cell)).collect())
    }

    /// The table with some cells replaced, each given by its line (counted without the first) and its text.
    pub(super) fn with(&self, column: usize, cells: &[(usize, String)]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.bytes.len());
        let mut from = 0;
        for (line, text) in cells {
            let cell = self.lines.get(line + 1).and_then(|line| line.get(column));
            if let Some(cell) = cell {
                bytes.extend_from_slice(&self.bytes[from..cell.start]);
                bytes.extend_from_slice(text.as_bytes());
                from = cell.end;
            }
        }
        bytes.extend_from_slice(&self.bytes[from..]);
        bytes
    }

    /// What a cell says.
    fn text(&self, cell: &Range<usize>) -> String {
        let text = String::from_utf8_lossy(&self.bytes[cell.clone()]);
        let quoted = text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        quoted.map_or(text.to_string(), |text| text.replace("\"\"", "\""))
    }
}

/// Where the cells lie.
fn lines(bytes: &[u8]) -> std::result::Result<Vec<Vec<Range<usize>>>, &'static str> {
    let mut start = if bytes.starts_with(MARK) {
        MARK.len()
    } else {
        0
    };
    let separator = separator(&bytes[start..]);
    let (mut lines, mut line) = (Vec::new(), Vec::new());
    let (mut is_quoted, mut began_quoted) = (false, false);
    for (place, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'"' if place == start => (is_quoted, began_quoted) = (true, true),
            // Two in a row end and begin at once. In a cell that began without, one is a sign like any other.
            b'"' if began_quoted => is_quoted ^= true,
            _ if is_quoted => {}
            byte if *byte == separator => {
                line.push(start..place);
                (start, began_quoted) = (place + 1, false);
            }
            b'\n' => {
                let is_pair = place > start && bytes[place - 1] == b'\r';
                line.push(start..place - usize::from(is_pair));
                lines.push(std::mem::take(&mut line));
                (start, began_quoted) = (place + 1, false);
            }
            _ => {}
        }
    }
    if is_quoted {
        return Err("a quote that begins a cell does not end");
    }
    if start < bytes.len() || !line.is_empty() {
        line.push(start..bytes.len());
        lines.push(line);
    }
    Ok(lines)
}

/// What stands between cells: of the three that are in use, the one that the first line has most of.
fn separator(bytes: &[u8]) -> u8 {
    let first = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |separator: &u8| first.iter().filter(|byte| *byte == separator).count();
    // Of those that are as frequent the last one counts.
    *b"\t;,"
        .iter()
        .max_by_key(|separator| count(separator))
        .unwrap_or(&b',')
}

/// A line of a table that we write.
pub(super) fn line(cells: &[String]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| written(cell)).collect();
    cells.join(",") + "\r\n"
}

/// A cell that every program reads as text: none takes it for a formula.
fn written(text: &str) -> String {
    let begins = text.trim_start_matches(' ');
    let is_formula = begins.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    let plain = |c: char| !matches!(c, ',' | ';' | '"' | '\n' | '\r' | '\t');
    if text.chars().all(plain) && text.trim() == text {
        text
    } else {
        format!("\"{}\"", text.replace('"', "\"\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        let bytes = text.as_bytes().to_vec();
        let lines = lines(&bytes).expect("a table");
        Sheet {
            path: PathBuf::new(),
            bytes,
            lines,
        }
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        let sheet = sheet("\u{feff}a;\"b\"\"c\"\";\";d\r\n1;\"two\nlines\";\r\n\r\n\"\";x;y");
        assert_eq!(sheet.column("a").ok(), Some(0));
        assert_eq!(sheet.column("b\"c\";").ok(), Some(1));
        let rows: Vec<_> = sheet.rows().collect();
        assert_eq!(
            rows,
            [vec!["1", "two\nlines", ""], vec![""], vec!["", "x", "y"]]
        );
        assert!(sheet.column("z").is_err_and(|error| error.is_usage()));
    }

    #[test]
    fn what_is_not_replaced_stays_byte_for_byte() {
        let inches = sheet("5\"\" x,b\n");
        assert_eq!(inches.column("5\"\" x").ok(), Some(0));
        let sheet = sheet("id,\"points\",x\r\n 7 ,\"0\",\"a\"\r\n8,,\n");
        let filled = sheet.with(1, &[(0, "10".to_owned()), (1, "20".to_owned())]);
        assert_eq!(filled, b"id,\"points\",x\r\n 7 ,10,\"a\"\r\n8,20,\n");
        assert_eq!(sheet.with(1, &[]), sheet.bytes);
    }

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        let cells = ["=1+1", "-rf", " @x", "a,b", "\"", "fine"].map(str::to_owned);
        assert_eq!(line(&cells), "'=1+1,'-rf,' @x,\"a,b\",\"\"\"\",fine\r\n");
    }

    #[test]
    fn a_quote_that_does_not_end_is_told() {
        assert!(lines(b"a,\"b\nc").is_err());
    }
}
