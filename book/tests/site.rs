//! Builds the book as `cargo book` does and looks at the site: nothing left over, no link that leads nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use book::open::Place;
use book::site;
use grader::steps::STEPS;

/// A page of the site: its text, the places in it that links can name, and its links.
struct Page {
    html: String,
    ids: BTreeSet<String>,
    links: Vec<String>,
}

impl Page {
    fn new(html: String) -> Self {
        let ids = attributes(&html, "id").into_iter().collect();
        let links = ["href", "src"]
            .iter()
            .flat_map(|name| attributes(&html, name))
            .collect();
        Self { html, ids, links }
    }
}

/// The values of an attribute. mdBook writes all of them in double quotes.
fn attributes(html: &str, name: &str) -> Vec<String> {
    html.split(&format!(" {name}=\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|value| value.replace("&amp;", "&"))
        .collect()
}

/// Builds the site into a folder of this test's own.
fn build(name: &str) -> (PathBuf, BTreeMap<String, Page>) {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("book-{name}"));
    site::build(Path::new(env!("CARGO_MANIFEST_DIR")), Some(&to)).expect("the book builds");
    let mut pages = BTreeMap::new();
    for entry in fs::read_dir(&to).expect("the site is a folder") {
        let path = entry.expect("an entry").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let name = path.file_name().expect("a file").to_string_lossy();
            // It is shown for any address, so its links start at the root of a server.
            if name != "404.html" {
                let html = fs::read_to_string(&path).expect("a page is text");
                pages.insert(name.into_owned(), Page::new(html));
            }
        }
    }
    (to, pages)
}

/// The links of the pages that lead nowhere, as `page: link`.
fn broken_links(site: &Path, pages: &BTreeMap<String, Page>) -> Vec<String> {
    let mut broken = Vec::new();
    for (name, page) in pages {
        for link in &page.links {
            if link.starts_with("https://") || link.starts_with("javascript:") {
                continue;
            }
            let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
            // The explorer reads its state after the question mark.
            let file = file.split('?').next().unwrap_or(file);
            let file = if file.is_empty() { name } else { file };
            let found = match pages.get(file) {
                Some(target) => fragment.is_empty() || target.ids.contains(fragment),
                None => fragment.is_empty() && site.join(file).is_file(),
            };
            if !found {
                broken.push(format!("{name}: {link}"));
            }
        }
    }
    broken
}

#[test]
fn no_page_shows_a_directive_or_an_anchor() {
    let (_, pages) = build("leftovers");
    assert!(pages.contains_key("step_02.html"));
    for (name, page) in &pages {
        if name == "adding_a_step.html" || name == "print.html" {
            // Which say how a figure is asked for.
            continue;
        }
        for leftover in ["{{#", "// ANCHOR", "-- ANCHOR", "{#task"] {
            assert!(!page.html.contains(leftover), "{name} shows `{leftover}`");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let (to, pages) = build("links");
    assert_eq!(broken_links(&to, &pages), Vec::<String>::new());
}

#[test]
fn broken_links_would_be_found() {
    let (to, mut pages) = build("broken-links");
    for link in [
        "nowhere.html",
        "step_02.html#task-99",
        "#nowhere",
        "missing.css",
    ] {
        let html = format!("<p><a href=\"{link}\">x</a></p>");
        pages.insert(String::from("broken.html"), Page::new(html));
        assert_eq!(broken_links(&to, &pages), [format!("broken.html: {link}")]);
    }
}

#[test]
fn every_task_has_a_place_a_hint_and_a_solution() {
    let (_, pages) = build("tasks");
    let page = &pages["step_02.html"];
    for task in 1..=8 {
        let id = format!("task-{task}");
        assert!(page.ids.contains(&id), "no #{id}");
        let section = page
            .html
            .split(&format!("id=\"{id}\""))
            .nth(1)
            .unwrap_or("");
        let section = section.split("<h3").next().unwrap_or("");
        for summary in ["Hint", "Another hint", "Last hint", "Show solution"] {
            let details = format!("<summary>{summary}</summary>");
            assert!(section.contains(&details), "task {task} has no `{summary}`");
        }
        assert!(
            section.contains("language-rust"),
            "task {task} shows no code"
        );
    }
    assert!(
        !page.html.contains("<details open"),
        "a solution stands open"
    );
}

#[test]
fn only_pages_and_assets_are_in_the_site() {
    let (to, _) = build("assets");
    for name in ["main.rs", "book.toml", "step_02.md"] {
        assert!(!to.join(name).exists(), "{name} is in the site");
    }
}

#[test]
fn every_place_that_a_report_names_can_be_opened() {
    let (to, pages) = build("places");
    let names = site::pages(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("readable");
    for step in STEPS {
        let tasks = step.tasks.iter().map(|task| step.task_place(task));
        let mistakes = step.families().flat_map(|family| family.mistakes);
        let mistakes = mistakes.map(|mistake| step.mistake_place(mistake));
        for place in tasks.chain(mistakes) {
            let file = Place::new(&place, &names).and_then(|place| place.file(&to));
            let file = file.unwrap_or_else(|error| panic!("{place}: {error}"));
            // By a page that leads on: systems open files, not sections.
            let html = fs::read_to_string(file).expect("it was written");
            let target = html.split("; url=").nth(1).expect("it leads somewhere");
            let target = target.split('"').next().unwrap_or_default();
            let (page, section) = place.split_once('#').expect("a section");
            // A mistake is on the page of its family, which has more to its name.
            assert!(target.starts_with(page), "{place}: {target}");
            let (page, leads_to) = target.split_once(".html#").expect("a section");
            assert_eq!(leads_to, section);
            assert!(pages[&format!("{page}.html")].ids.contains(section));
            assert!(html.contains(&format!("<a href=\"{target}\">")), "{html}");
            assert!(!html.contains("<script"), "{html}");
        }
    }
    let page = Place::new("step_02", &names).and_then(|place| place.file(&to));
    assert_eq!(page.expect("a page"), to.join("step_02.html"));
    let error = Place::new("step_02#task-66", &names).and_then(|place| place.file(&to));
    let told = error.expect_err("there is none").to_string();
    assert!(told.contains("\n  task-6\n"), "{told}");
    assert!(
        !pages.contains_key("open.html"),
        "a build begins without it"
    );
}

/// The ids of a page that look like those of mistakes: a capital and a number.
fn mistake_ids(page: &Page) -> BTreeSet<&str> {
    let is_id = |id: &&str| {
        let number = id.strip_prefix(|c: char| c.is_ascii_uppercase());
        number.is_some_and(|number| number.parse::<u8>().is_ok())
    };
    page.ids.iter().map(String::as_str).filter(is_id).collect()
}

#[test]
fn every_mistake_has_a_section_and_every_such_section_a_mistake() {
    let (_, pages) = build("mistakes");
    for step in STEPS {
        let known: BTreeSet<_> = step
            .families()
            .flat_map(|family| family.mistakes)
            .map(|mistake| mistake.id)
            .collect();
        let start = format!("{}_mistakes_", step.stem);
        let families = pages.iter().filter(|(name, _)| name.starts_with(&start));
        let mut found = BTreeSet::new();
        for (name, page) in families {
            for id in mistake_ids(page) {
                assert!(found.insert(id), "{name}: {id} is elsewhere, too");
                let heading = format!("<h2 id=\"{id}\">");
                assert_eq!(page.html.matches(&heading).count(), 1, "{heading}");
                assert!(page.html.contains(&format!(">{id} · ")), "{id} is not told");
            }
        }
        assert_eq!(found, known, "{}", step.stem);
    }
}
