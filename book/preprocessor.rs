//! Puts the figures into the pages, and adds the pages that nobody writes: those of the mistakes.
//!
//! mdBook calls it between reading the pages and making a site of them: `cargo book` in its own process, a plain
//! `mdbook build book` by the command in `book.toml`. Never writes a file.

use std::io::{Read, Write};
use std::path::Path;

use grader::steps::STEPS;
use mdbook_driver::book::{Book, BookItem, Chapter, SectionNumber};
use mdbook_driver::errors::Error as MdBookError;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext, parse_input};

use crate::Error;
use crate::directives::{directives, problems};
use crate::figures::{Figures, mistakes};

/// The preprocessor, under the name that `book.toml` has for it.
pub struct FigurePreprocessor;

impl Preprocessor for FigurePreprocessor {
    fn name(&self) -> &str {
        "figures"
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book, MdBookError> {
        let src = context.root.join(&context.config.book.src);
        fill(&src, &mut book)?;
        Ok(book)
    }
}

/// Does for a program that calls this one what [`FigurePreprocessor`] does in its own process: reads a book, fills it, and
/// writes it.
///
/// # Errors
///
/// Where the input is no book of mdBook's, or as [`fill`].
pub fn answer(input: impl Read, output: impl Write) -> Result<(), Error> {
    let (context, book) = parse_input(input).map_err(Error::MdBook)?;
    let filled = FigurePreprocessor.run(&context, book);
    let filled = filled.map_err(Error::from_mdbook)?;
    serde_json::to_writer(output, &filled).map_err(|source| Error::MdBook(source.into()))
}

/// Fills a book whose pages lie in the folder `src`.
///
/// # Errors
///
/// [`Error::Pages`] where a page asks for what does not exist; [`Error::Figure`] where a figure cannot be computed.
pub fn fill(src: &Path, book: &mut Book) -> Result<(), Error> {
    let figures = Figures::all();
    let mut wrong = Vec::new();
    let mut failed = Ok(());
    book.for_each_chapter_mut(|chapter| {
        wrong.extend(problems_of(src, chapter, &figures));
        if wrong.is_empty() && failed.is_ok() {
            failed = show_figures(&mut chapter.content, &figures);
        }
    });
    if wrong.is_empty() {
        failed?;
        add_mistakes(book)?;
        // Their programs, which no page names.
        for chapter in book.chapters() {
            wrong.extend(problems_of(src, chapter, &figures));
        }
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Error::Pages(wrong))
    }
}

fn problems_of(src: &Path, chapter: &Chapter, figures: &Figures) -> Vec<String> {
    let page = chapter.path.as_deref().unwrap_or(Path::new(""));
    problems(src, page, &chapter.content, figures)
}

/// Puts the figures where the text names them.
fn show_figures(text: &mut String, figures: &Figures) -> Result<(), Error> {
    let mut shown = String::with_capacity(text.len());
    let mut after = 0;
    for directive in directives(text) {
        let Some(name) = directive.text.strip_prefix("figure ") else {
            continue;
        };
        let Some(figure) = figures.get(name.trim()) else {
            continue;
        };
        let figure = figure.map_err(|source| Error::Figure(name.trim().to_owned(), source))?;
        shown.push_str(&text[after..directive.place.start]);
        shown.push_str(figure.trim_end());
        after = directive.place.end;
    }
    shown.push_str(&text[after..]);
    *text = shown;
    Ok(())
}

/// Adds the pages of the mistakes below the page that each step has about them.
fn add_mistakes(book: &mut Book) -> Result<(), Error> {
    let mut failed = Ok(());
    book.for_each_chapter_mut(|chapter| {
        let path = chapter.path.clone().unwrap_or_default();
        let is_its = |stem: &str| path == Path::new(&format!("{stem}_mistakes.md"));
        if let Some(step) = STEPS.iter().find(|step| is_its(step.stem)) {
            match mistakes::pages(step) {
                Ok(pages) => chapter.sub_items = below(chapter, pages),
                Err(source) => {
                    failed = Err(Error::Figure(format!("{}_mistakes", step.stem), source))
                }
            }
        }
    });
    failed
}

fn below(parent: &Chapter, pages: &[mistakes::Page]) -> Vec<BookItem> {
    let mut parents = parent.parent_names.clone();
    parents.push(parent.name.clone());
    let chapter = |(number, page): (u32, &mistakes::Page)| {
        let path = format!("{}.md", page.name);
        let mut chapter = Chapter::new(page.title, page.text(), path, parents.clone());
        // The sidebar tells by it how deep a page lies.
        chapter.number = parent.number.as_ref().map(|above| {
            let mut numbers = above.to_vec();
            numbers.push(number);
            SectionNumber::new(numbers)
        });
        chapter.source_path = None;
        BookItem::Chapter(chapter)
    };
    (1..).zip(pages).map(chapter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_where_they_are_named() -> Result<(), Error> {
        let figures = Figures::all();
        let mut text =
            "a\n\n{{#figure step_02_training_text}}\n\n{{#include x}} \\{{#figure y}}".to_owned();
        show_figures(&mut text, &figures)?;
        let text: Vec<&str> = text.split("\n\n").collect();
        assert_eq!(text[0], "a");
        assert!(text[1].starts_with("> the cat"), "{text:?}");
        assert_eq!(text[2], "{{#include x}} \\{{#figure y}}");
        Ok(())
    }
}
