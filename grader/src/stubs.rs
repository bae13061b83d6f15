//! Makes the stub of a step from its solution, and puts it in place without losing anyone's work.

mod reference;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use similar::{ChangeTag, TextDiff};

use crate::comments::{tokens, without_comments};
use crate::error::{Error, Result};
use crate::steps::Step;

pub use reference::Reference;

/// A difference that is not the shortest will do where finding that takes longer.
const PATIENCE: Duration = Duration::from_secs(1);

/// The stub of a step: its solution with every answer replaced by what is to be done.
///
/// # Example
///
/// ```
/// let step = grader::steps::Step::find("02").unwrap();
/// assert!(grader::stubs::stub(step).contains("todo!(\"task 6: band_part\")"));
/// ```
pub fn stub(step: &'static Step) -> String {
    Reference::of_course(step).without(|_| true)
}

/// How the code of an implementation's `text` differs from the `reference`; `None` where it does not. Comments count for
/// nothing, and in a function that is the same else, neither does where lines are broken and blanks are set.
pub fn compare(file: &str, text: &str, reference: &str) -> Option<String> {
    let [own, reference] = [text, reference].map(without_comments);
    let known: Vec<_> = parts(&reference).map(|part| (tokens(part), part)).collect();
    let as_known = |part| {
        let own = tokens(part);
        let same = known.iter().find(|(tokens, _)| *tokens == own);
        same.map_or(part, |(_, same)| *same)
    };
    let own: String = parts(&own).map(as_known).collect();
    if own == reference {
        return None;
    }
    let difference = TextDiff::configure()
        .timeout(PATIENCE)
        .diff_lines(own.as_str(), reference.as_str());
    let mut text = format!("--- {file}\n+++ the reference\n");
    for hunk in difference.unified_diff().iter_hunks() {
        let mut changes = hunk.iter_changes();
        let first = changes.find_map(|change| match change.tag() {
            ChangeTag::Equal => None,
            _ => change.old_index().or(change.new_index()),
        });
        // Lines have no numbers here, as the comments are gone.
        let before = own.lines().take(first.unwrap_or(0));
        let function = before.filter_map(function_name).last();
        text.push_str(&format!("@@ {} @@\n", function.unwrap_or("the beginning")));
        for change in hunk.iter_changes() {
            text.push_str(&format!("{}{}", change.tag(), change.value()));
        }
    }
    Some(text)
}

/// The code in parts, of which each but the first begins with a function that stands in no other item.
fn parts(code: &str) -> impl Iterator<Item = &str> {
    let mut rest = code;
    std::iter::from_fn(move || {
        let first = rest.split_inclusive('\n').next()?.len();
        let others = rest[first..].split_inclusive('\n');
        let inside =
            others.take_while(|line| line.starts_with(' ') || function_name(line).is_none());
        let (part, after) = rest.split_at(first + inside.map(str::len).sum::<usize>());
        rest = after;
        Some(part)
    })
}

/// The name of the function whose declaration begins in this line.
fn function_name(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("fn ")?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    Some(&rest[..end]).filter(|name| !name.is_empty())
}

/// What became of putting a stub in place.
#[derive(Debug, PartialEq, Eq)]
pub enum Placed {
    /// The file was the stub already.
    Same,
    /// The file is the stub now; what was there before is in the second file.
    Written(Option<PathBuf>),
    /// The file is as it was: the answer to the question was no.
    Kept,
}

/// Makes the file at `path` the stub that is made of these answers. A file that is something else is replaced only when
/// `agree`, which is shown the difference, says so, and then kept under another name.
///
/// # Errors
///
/// Where a file cannot be read or written. The file is then as it was.
pub fn place(
    reference: &Reference,
    path: &Path,
    agree: impl FnOnce(&str) -> Result<bool>,
) -> Result<Placed> {
    let stub = reference.without(|_| true);
    let Some(old) = read(path)? else {
        write(path, &stub)?;
        return Ok(Placed::Written(None));
    };
    if same(&old, &stub) {
        return Ok(Placed::Same);
    }
    if !agree(&difference(&String::from_utf8_lossy(&old), &stub))? {
        return Ok(Placed::Kept);
    }
    let backup = keep(path, &old)?;
    write(path, &stub)?;
    Ok(Placed::Written(Some(backup)))
}

/// How the file at `path` differs from the stub that is made of these answers; `None` where it does not.
///
/// # Errors
///
/// Where it cannot be read.
pub fn differs(reference: &Reference, path: &Path) -> Result<Option<String>> {
    let old = read(path)?.unwrap_or_default();
    let stub = reference.without(|_| true);
    Ok((!same(&old, &stub)).then(|| difference(&String::from_utf8_lossy(&old), &stub)))
}

/// Whether the file is the stub, whatever git made of the ends of its lines.
fn same(file: &[u8], stub: &str) -> bool {
    String::from_utf8_lossy(file).replace("\r\n", "\n") == stub
}

fn difference(old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(1)
        .header("your file", "the stub")
        .to_string()
}

fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::file("read", path, error)),
    }
}

/// Writes the file whole or not at all.
fn write(path: &Path, text: &str) -> Result<()> {
    let failed = |error: io::Error| Error::file("write", path, error);
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".stub-")
        .tempfile_in(folder)
        .map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    // A temporary file is the user's alone; a source file is as other files are.
    if let Ok(about) = fs::metadata(path) {
        file.as_file()
            .set_permissions(about.permissions())
            .map_err(failed)?;
    }
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Keeps the bytes in a new file beside `path`.
fn keep(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    for number in 1.. {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".backup-{number}"));
        let backup = PathBuf::from(name);
        match fs::File::create_new(&backup) {
            Ok(mut file) => {
                file.write_all(bytes)
                    .map_err(|error| Error::file("write", &backup, error))?;
                return Ok(backup);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::file("write", &backup, error)),
        }
    }
    Err(Error::Broken("there are too many backups".to_owned()))
}
