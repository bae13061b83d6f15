//! Finds the step files among what was handed in. Where there is a doubt, it is said and nothing is guessed.

use super::listing::Listed;
use super::{MOST_FILES, MOST_IN_ALL, Rejected};
use crate::steps::{STEPS, Step};

/// So many names are given as examples.
const EXAMPLES: usize = 4;

/// A step file, and the modules below it.
#[derive(Debug)]
pub(super) struct Chosen {
    /// The step.
    pub(super) step: &'static Step,
    /// Where it lay in the hand-in.
    pub(super) from: String,
    /// What stands in it.
    pub(super) text: Vec<u8>,
    /// Its modules, by their paths from where it lies.
    pub(super) modules: Vec<(String, Vec<u8>)>,
}

/// The step files; with `named`, that of this step alone.
pub(super) fn choose(
    files: &[Listed],
    named: Option<&'static Step>,
) -> Result<Vec<Chosen>, Rejected> {
    let wanted = STEPS
        .iter()
        .filter(|step| named.is_none_or(|named| named.number == step.number));
    // A whole course holds other files of the same names.
    let in_course: Vec<&Listed> = files.iter().filter(|file| is_in_course(file)).collect();
    let all: Vec<&Listed> = files.iter().collect();
    let searched = if in_course.is_empty() { all } else { in_course };
    let mut chosen = Vec::new();
    for step in wanted {
        if let Some(file) = one(step, &candidates(step, &searched))? {
            chosen.push(take(step, file, &searched)?);
        }
    }
    if chosen.is_empty() {
        let mut sources = files.iter().filter(|file| file.name().ends_with(".rs"));
        // Where only one step can be meant, its file may have any name.
        let (Some(step), Some(file), None) = (named, sources.next(), sources.next()) else {
            return Err(none(files, named));
        };
        chosen.push(take(step, file, &searched)?);
    }
    let sizes = chosen.iter().flat_map(|chosen| {
        let modules = chosen.modules.iter().map(|(_, text)| text.len());
        modules.chain([chosen.text.len()])
    });
    let (count, size) = sizes.fold((0, 0), |(count, sum), size| (count + 1, sum + size));
    if count > MOST_FILES || size > MOST_IN_ALL {
        return Err(Rejected(format!(
            "Its source files are too many or too large: {count} with {size} bytes; at most {MOST_FILES} with {MOST_IN_ALL} bytes are taken."
        )));
    }
    Ok(chosen)
}

fn is_in_course(file: &Listed) -> bool {
    let is_step = STEPS.iter().any(|step| file.name() == step.file());
    is_step
        && file
            .parent()
            .ends_with(&["steps".to_owned(), "src".to_owned()])
}

/// The files that are named as that of a step is or, where there is none, have its name within theirs: systems that
/// collect hand-ins put names and numbers before it, and browsers put numbers behind it.
fn candidates<'a>(step: &Step, files: &[&'a Listed]) -> Vec<&'a Listed> {
    let named = |is: &dyn Fn(&str) -> bool| -> Vec<&'a Listed> {
        let named = files.iter().copied();
        named
            .filter(|file| is(&file.name().to_ascii_lowercase()))
            .collect()
    };
    let exact = named(&|name| name == step.file());
    if !exact.is_empty() {
        return exact;
    }
    named(&|name| {
        let name = name.replace(['-', ' '], "_");
        let rest = name
            .strip_suffix(".rs")
            .and_then(|name| name.split_once(step.stem));
        rest.is_some_and(|(_, rest)| !rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// The one candidate. Copies of the same text are no others.
fn one<'a>(step: &Step, candidates: &[&'a Listed]) -> Result<Option<&'a Listed>, Rejected> {
    let Some((first, others)) = candidates.split_first() else {
        return Ok(None);
    };
    if others.is_empty() {
        return Ok(Some(first));
    }
    let text = first.read();
    let same =
        |other: &&Listed| matches!((&text, other.read()), (Ok(one), Ok(other)) if *one == other);
    if candidates.len() <= EXAMPLES && others.iter().all(same) {
        return Ok(Some(first));
    }
    Err(Rejected(format!(
        "There are {} files for step {:02}: {}. Expected one.",
        candidates.len(),
        step.number,
        examples(candidates.iter().copied())
    )))
}

/// A step file with its modules.
fn take(step: &'static Step, file: &Listed, files: &[&Listed]) -> Result<Chosen, Rejected> {
    let text = file.read()?;
    if std::str::from_utf8(&text).is_err() {
        return Err(Rejected(format!("{} is not UTF-8 text.", file.shown())));
    }
    let mut modules = Vec::new();
    let folder = [file.parent(), &[step.stem.to_owned()]].concat();
    for module in files {
        let Some(inner) = module.path.strip_prefix(folder.as_slice()) else {
            continue;
        };
        // No other name can be that of a module, and none of these is anything else to a compiler.
        if is_module(inner) {
            modules.push((format!("{}/{}", step.stem, inner.join("/")), module.read()?));
        }
        if modules.len() > MOST_FILES {
            break;
        }
    }
    Ok(Chosen {
        step,
        from: file.path.join("/"),
        text,
        modules,
    })
}

fn is_module(path: &[String]) -> bool {
    let is_word = |word: &str| {
        let letters = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !word.is_empty() && word.chars().all(letters)
    };
    path.split_last().is_some_and(|(name, folders)| {
        name.strip_suffix(".rs").is_some_and(is_word) && folders.iter().all(|part| is_word(part))
    })
}

/// Why nothing can be judged.
fn none(files: &[Listed], named: Option<&Step>) -> Rejected {
    let expected = named.unwrap_or(&STEPS[0]).file();
    let holds = match files {
        [] => "it is empty".to_owned(),
        files => format!("it holds {}", examples(files.iter())),
    };
    let odd = files
        .iter()
        .find_map(|file| Some(format!("; {} is {}", file.shown(), file.oddity?)));
    Rejected(format!(
        "There is no step file, such as `{expected}`: {holds}{}.",
        odd.unwrap_or_default()
    ))
}

/// Some of these files by name.
fn examples<'a>(files: impl ExactSizeIterator<Item = &'a Listed>) -> String {
    let count = files.len();
    let mut names: Vec<_> = files.take(EXAMPLES).map(Listed::shown).collect();
    if count > EXAMPLES {
        names.push(format!("and {} more", count - EXAMPLES));
    }
    names.join(", ")
}
