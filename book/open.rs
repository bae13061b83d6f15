//! `cargo book --open PLACE`: finds a place in the site, and leads a browser there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::near::distance;

/// The page that leads on. Systems that open a file forget the section; a page can name it.
const DOOR: &str = "open.html";

/// So many sections are suggested where one does not exist.
const SUGGESTED: usize = 8;

/// A page of the book and, perhaps, a section of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    page: String,
    section: Option<String>,
    /// The pages below the page, which have its name and more.
    below: Vec<String>,
}

impl Place {
    /// Reads `page` or `page#section`, where the book has these pages.
    ///
    /// # Errors
    ///
    /// [`Error::Place`] if there is no such page.
    pub fn new(place: &str, pages: &[String]) -> Result<Self, Error> {
        let (page, section) = match place.split_once('#') {
            Some((page, section)) => (page, Some(section).filter(|name| !name.is_empty())),
            None => (place, None),
        };
        // As the address in a browser has it.
        let page = page.strip_suffix(".html").unwrap_or(page);
        if !pages.iter().any(|name| name == page) {
            return Err(Error::Place(format!(
                "the book has no page `{page}`; its pages are\n  {}\n\
                 a section follows after a `#`, as in `cargo book --open step_02#task-6`",
                pages.join("\n  ")
            )));
        }
        let start = format!("{page}_");
        let below = pages.iter().filter(|name| name.starts_with(&start));
        Ok(Self {
            page: page.to_owned(),
            section: section.map(str::to_owned),
            below: below.cloned().collect(),
        })
    }

    /// The page of the site that is meant, and the section. The section may also be on a page below the one that is named,
    /// so that who names a mistake need not know its family.
    ///
    /// # Errors
    ///
    /// [`Error::Place`] if there is no such section; [`Error::Read`] if a page cannot be read.
    pub fn find(&self, site: &Path) -> Result<(PathBuf, Option<&str>), Error> {
        let file = |page: &str| site.join(format!("{page}.html"));
        let Some(section) = &self.section else {
            return Ok((file(&self.page), None));
        };
        let mut known = Vec::new();
        for page in [&self.page].into_iter().chain(&self.below) {
            let file = file(page);
            let html = fs::read_to_string(&file).map_err(Error::read(&file))?;
            if sections(&html).contains(&section.as_str()) {
                return Ok((file, Some(section)));
            }
            known.extend(sections(&html).into_iter().map(str::to_owned));
        }
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        Err(Error::Place(format!(
            "the page `{}` has no section `{section}`; {}",
            self.page,
            suggestion(section, &known)
        )))
    }

    /// The file of the site to open. For a section, it is written.
    ///
    /// # Errors
    ///
    /// As [`Place::find`], and [`Error::Write`] if the file cannot be written.
    pub fn file(&self, site: &Path) -> Result<PathBuf, Error> {
        let (page, section) = self.find(site)?;
        let Some(section) = section else {
            return Ok(page);
        };
        let name = page.file_name().unwrap_or_default().to_string_lossy();
        let door = site.join(DOOR);
        let html = leading_to(&format!("{name}#{section}"));
        fs::write(&door, html).map_err(Error::write(&door))?;
        Ok(door)
    }
}

/// A page that goes on to the target at once, and has a link for browsers that do not.
fn leading_to(target: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={target}\">\n<title>{target}</title>\n</head>\n\
         <body><p>Go on to <a href=\"{target}\">{target}</a>.</p></body>\n</html>\n"
    )
}

/// The ids inside the text of a page.
fn sections(html: &str) -> Vec<&str> {
    let text = html.split("<main>").nth(1).unwrap_or(html);
    let text = text.split("</main>").next().unwrap_or(text);
    let values = text.split(" id=\"").skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

/// What to ask for instead: the sections that are nearest by their letters.
fn suggestion(section: &str, sections: &[&str]) -> String {
    let lower = section.to_lowercase();
    let mut near: Vec<_> = sections
        .iter()
        .map(|name| (distance(&lower, &name.to_lowercase()), *name))
        .filter(|(distance, name)| 2 * distance <= name.chars().count())
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    let (start, names): (_, Vec<_>) = match near.first() {
        // One that differs in capitals alone is meant.
        Some((0, name)) => ("did you mean", vec![*name]),
        Some(_) => ("near it are", near.iter().map(|(_, name)| *name).collect()),
        None => ("it has, among others,", sections.to_vec()),
    };
    let names: Vec<_> = names
        .iter()
        .take(SUGGESTED)
        .map(|name| format!("\n  {name}"))
        .collect();
    format!("{start}{}", names.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> Vec<String> {
        ["introduction", "step_02"].map(str::to_owned).to_vec()
    }

    #[test]
    fn an_unknown_page_is_told_with_those_that_there_are() {
        let error = Place::new("step_2#task-1", &pages()).expect_err("there is none");
        let told = error.to_string();
        for part in ["`step_2`", "\n  introduction\n", "\n  step_02\n"] {
            assert!(told.contains(part), "{told}");
        }
        assert!(
            told.lines().all(|line| line.chars().count() <= 72),
            "{told}"
        );
    }

    #[test]
    fn sections_are_those_of_the_text() {
        let html = "<nav id=\"menu\"></nav><main><h2 id=\"one\">1</h2><p id=\"two\"></p></main><p id=\"x\">";
        assert_eq!(sections(html), ["one", "two"]);
    }

    #[test]
    fn near_sections_come_first_and_only_capitals_are_no_difference() {
        let sections = ["G1", "G2", "G12", "task-6", "alignment"];
        assert_eq!(suggestion("g2", &sections), "did you mean\n  G2");
        assert_eq!(suggestion("task6", &sections), "near it are\n  task-6");
        let told = suggestion("something", &sections);
        assert!(told.starts_with("it has, among others,\n  G1\n"), "{told}");
    }
}
