//! The mistakes that the grader knows: an index of them, and a page for each family of them, with the examples that a
//! report would show.

mod example;
mod section;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use grader::steps::{Family, Misconception, STEPS, Step};
use ndarray::ShapeError;

use section::Section;

/// Where the programs are that make the mistakes, from the folder of the pages.
const PROGRAMS: &str = "../../grader/tests/data";

/// Large examples depend on it. The grader's tests hold its reports against the examples of this seed.
const SEED: u64 = 0;

/// All that is known of the mistakes of a step.
struct Catalogue {
    stem: &'static str,
    families: Vec<Page>,
}

/// The page of one family.
pub struct Page {
    step: &'static Step,
    /// Its name, without the end of a file name.
    pub name: String,
    /// Its title.
    pub title: &'static str,
    sections: Vec<Section>,
}

/// To work out the examples takes a while, and both the index and the pages need them.
static CATALOGUES: LazyLock<Result<Vec<Catalogue>, ShapeError>> =
    LazyLock::new(|| STEPS.iter().map(Catalogue::new).collect());

/// The pages of a step, in order.
///
/// # Errors
///
/// Where an example cannot be drawn.
pub fn pages(step: &Step) -> Result<&'static [Page], ShapeError> {
    let catalogues = CATALOGUES.as_ref().map_err(Clone::clone)?;
    let of_step = catalogues.iter().find(|it| it.stem == step.stem);
    Ok(of_step.map_or(&[], |it| &it.families))
}

/// The name of the page of a family, such as `step_02_mistakes_band`.
pub fn page_name(step: &Step, family: &Family) -> String {
    let words = family.title.to_lowercase();
    let words = words.strip_prefix("the ").unwrap_or(&words);
    let words: Vec<_> = words.split(|c: char| !c.is_alphanumeric()).collect();
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    format!("{}_mistakes_{}", step.stem, words.join("_"))
}

/// A table for each family, with links to its sections.
pub(super) fn index(step: &Step) -> Result<String, ShapeError> {
    let mut text = String::new();
    for page in pages(step)? {
        text.push_str(&format!(
            "### {}\n\n| name | mistake | what comes of it |\n|---|---|---|\n",
            page.title
        ));
        for section in &page.sections {
            text.push_str(&section.row(&page.name));
        }
        text.push('\n');
    }
    Ok(text)
}

impl Catalogue {
    fn new(step: &'static Step) -> Result<Self, ShapeError> {
        let programs = programs(step);
        let tasks = step.tasks.iter();
        let checks: Vec<_> = tasks
            .map(|task| (task.number, task.questions(SEED)))
            .collect();
        let page = |family: Family| {
            let section = |mistakes| Section::new(step, mistakes, &programs, &checks);
            let sections = grouped(family).map(section);
            Ok(Page {
                step,
                name: page_name(step, &family),
                title: family.title,
                sections: sections.collect::<Result<_, _>>()?,
            })
        };
        Ok(Self {
            stem: step.stem,
            families: step
                .families()
                .map(page)
                .collect::<Result<_, ShapeError>>()?,
        })
    }
}

impl Page {
    /// The page in Markdown.
    pub fn text(&self) -> String {
        let sections: Vec<_> = self.sections.iter().map(Section::text).collect();
        let Step { number, stem, .. } = self.step;
        format!(
            "# {}\n\nEach of these mistakes has a name, by which a report calls it. How to read what follows, and all the others: \
             [Mistakes in step {number:02}]({stem}_mistakes.md).\n\n{}",
            self.title,
            sections.concat()
        )
    }
}

/// The mistakes of a family, those with the same id together.
fn grouped(family: Family) -> impl Iterator<Item = &'static [Misconception]> {
    family.mistakes.chunk_by(|a, b| a.id == b.id)
}

/// The names of the programs that make the mistakes of a step, in order.
fn programs(step: &Step) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src")
        .join(PROGRAMS)
        .join(step.stem)
        .join("wrong");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(step: &Step) -> Result<String, ShapeError> {
        Ok(pages(step)?.iter().map(Page::text).collect())
    }

    #[test]
    fn every_section_has_its_code_and_says_how_to_see_it() -> Result<(), ShapeError> {
        let text = all(Step::find("02").expect("there is a step 02"))?;
        let sections: Vec<_> = text.split("\n## ").skip(1).collect();
        assert!(sections.len() > 90, "{}", sections.len());
        for section in sections {
            for part in [
                "<summary>How it looks in code</summary>",
                "{{#include ",
                "**How to see it:** ",
                "**What to do:** ",
            ] {
                assert!(section.contains(part), "no `{part}` in:\n{section}");
            }
        }
        Ok(())
    }

    #[test]
    fn what_is_shared_by_two_tasks_is_one_section() -> Result<(), ShapeError> {
        let text = all(Step::find("02").expect("there is a step 02"))?;
        for id in ["V1", "R1"] {
            assert_eq!(text.matches(&format!("{{#{id}}}")).count(), 1, "{id}");
        }
        assert!(text.contains("**In [task 2](step_02.md#task-2): 0 hides nothing**"));
        Ok(())
    }

    #[test]
    fn the_index_leads_to_every_section() -> Result<(), ShapeError> {
        for step in STEPS {
            let index = index(step)?;
            for page in pages(step)? {
                for id in page.sections.iter().map(|section| section.id) {
                    assert!(index.contains(&format!("]({}.md#{id})", page.name)), "{id}");
                }
            }
        }
        Ok(())
    }

    #[test]
    fn a_mistake_of_an_early_task_shows_no_code_of_a_later_one() -> Result<(), ShapeError> {
        let text = all(Step::find("02").expect("there is a step 02"))?;
        let section = text.split("{#V6}").nth(1).expect("a section");
        let code = section.split("{{#include ").nth(1).expect("code");
        assert!(code.contains("/wrong/2_V6_"), "{code}");
        Ok(())
    }
}
