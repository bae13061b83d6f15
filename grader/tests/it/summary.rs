//! `grader summary`: what became of a class, in tables that other programs read.

use crate::common::cases::MISTAKE;
use crate::common::classes::Class;
use crate::common::messy::BROKEN;
use crate::common::{solution, with};

/// A class of six, as Moodle hands it over, of whom one has handed in nothing.
fn small_class() -> Class {
    let class = Class::new();
    let wrong = with(&[(7, MISTAKE)]);
    class.add("Ana Sol_101_assignsubmission_file_/step_02.rs", solution());
    class.add("Ben Ray_102_assignsubmission_file_/step_02.rs", &wrong);
    class.add(
        "=HYPERLINK(1),x_103_assignsubmission_file_/step_02.rs",
        &wrong,
    );
    class.add(
        "-Dan \"D\" Li_104_assignsubmission_file_/step_02.rs",
        BROKEN,
    );
    class.add("Eve Wu_105_assignsubmission_file_/notes.txt", "");
    class.judge(&["--deadline", "2026-12-01"]);
    class
}

const BOOK: &str = "\u{feff}Identifier;\"Full name\";Grade;Comment\r\n\
    Participant 101;\"Sol, Ana\";;\"two\nlines\"\r\n\
    Participant 102;Ben \"\"Ray; 7 ;=1+1\r\n\
    Participant 105;Eve;-;\r\n\
    Participant 106;Flo;;\"\"";

#[test]
fn a_summary_tells_what_became_of_a_class() {
    let class = small_class();
    let summary = class.summary(&[]);
    for line in summary.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    for part in [
        "Hand-ins: 5. Graded 4, rejected 1, errors 0.",
        "Deadline: 2026-12-01",
        "100/100",
        "What the next lecture could explain",
        "1 of 4",
    ] {
        assert!(summary.contains(part), "{part}: {summary}");
    }
    // Two made the one mistake that has a name.
    let results = class.results();
    let named = results.iter().find(|(id, _)| id.starts_with("Ben"));
    let task = &named.expect("a result").1["steps"][0]["tasks"][6];
    let id = task["misconception"]
        .as_str()
        .expect("its mistake has a name");
    assert!(summary.contains(&format!("   2  02  {id}")), "{summary}");
    assert_the_table_is_strict(&class);
    assert_the_book_is_filled(&class);
    assert_who_is_missing_is_told(&class);
    assert_folders_are_joined(&class, &summary);
}

fn assert_the_table_is_strict(class: &Class) {
    let text = class.read("out/summary.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 5);
    for row in &rows {
        for cell in row {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
    }
    let ids: Vec<_> = rows.iter().map(|row| row[0].to_owned()).collect();
    assert!(
        ids.iter().any(|id| id.starts_with("'=HYPERLINK(1),x_103")),
        "{ids:?}"
    );
    assert!(
        ids.iter().any(|id| id.starts_with("'-Dan \"D\" Li")),
        "{ids:?}"
    );
}

fn assert_the_book_is_filled(class: &Class) {
    class.beside("book.csv", BOOK);
    let fill = [
        "--into",
        "book.csv",
        "--match",
        "Identifier",
        "--column",
        "Grade",
    ];
    let told = class.summary(&fill);
    assert!(told.contains("2 of 4 lines filled in"), "{told}");
    assert!(told.contains("it could not be judged: 1"), "{told}");
    assert_eq!(class.read("book.csv"), BOOK);
    let points = class
        .results()
        .iter()
        .find(|(id, _)| id.starts_with("Ben"))
        .expect("one")
        .1["points"]
        .to_string();
    let filled = BOOK
        .replacen("Ana\";;", "Ana\";100;", 1)
        .replacen(" 7 ", &points, 1);
    assert_eq!(class.read("book.filled.csv"), filled);
    class.summary(&[&fill[..], &["--force"]].concat());
    assert_eq!(class.read("book.csv"), filled);
}

fn assert_who_is_missing_is_told(class: &Class) {
    class.beside(
        "roster.csv",
        "name,mail\nAna Sol,a@x\nFlo Au,f@x\nEve Wu,e@x\n",
    );
    let told = class.summary(&["--roster", "roster.csv"]);
    assert!(
        told.contains("Handed in nothing: 1\n\n  Flo Au\n"),
        "{told}"
    );
    assert!(
        told.contains("Hand-ins of nobody in the class: 3"),
        "{told}"
    );
}

fn assert_folders_are_joined(class: &Class, whole: &str) {
    // Those that are there twice are told, and count once.
    let joined = class.summary(&["out"]);
    assert_eq!(joined.matches("is there twice").count(), 5, "{joined}");
    let without = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.contains("is there twice"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(without(&joined), without(whole));
}

#[test]
fn points_that_have_changed_are_told_with_the_reason() {
    let class = Class::new();
    for name in ["same", "other", "gone"] {
        class.add(format!("{name}/step_02.rs"), format!("{BROKEN} // {name}"));
    }
    class.judge(&[]);
    std::fs::remove_dir_all(class.place("gone")).expect("it is removed");
    class.add("other/more/step_02.rs", "another file for the step");
    let out = class.out().display().to_string();
    let told = class.judge(&["--compare", &out]);
    assert!(
        told.contains("`other`: 0/100 before, now rejected"),
        "{told}"
    );
    class.beside("points.toml", "02.2 = 50\n");
    let told = class.judge(&["--compare", &out, "--points", "points.toml"]);
    assert!(told.contains("`same`: 0/100 before, now 0/1"), "{told}");
    assert!(told.contains("(points)"), "{told}");
}
