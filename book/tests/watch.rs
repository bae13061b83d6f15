//! Notices what is saved, in a folder that looks like the course.

use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use book::watch::{SOURCES, Sources};

/// How long a change may take to be noticed before the test fails.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long nothing may be noticed before the test believes it.
const SILENCE: Duration = Duration::from_secs(1);

fn course(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("watch-{name}"));
    let _ = fs::remove_dir_all(&folder);
    for source in SOURCES {
        fs::create_dir_all(folder.join(source)).expect("a folder");
    }
    folder
}

#[test]
fn a_burst_of_saves_is_one_change_and_what_an_editor_keeps_is_none() {
    let course = course("burst");
    let page = course.join("book/src/page.md");
    fs::write(&page, "before").expect("writable");
    let sources = Sources::watch(&course).expect("files can be watched");
    let (tell, told) = channel();
    thread::spawn(move || {
        while let Ok(path) = sources.next() {
            if tell.send(path).is_err() {
                return;
            }
        }
    });

    let saves = 10;
    for text in 0..saves {
        fs::write(&page, text.to_string()).expect("writable");
    }
    let changed = told.recv_timeout(PATIENCE).expect("the change is noticed");
    assert!(
        changed.ends_with("book/src/page.md"),
        "{}",
        changed.display()
    );
    // On a busy machine there may be pauses between the saves.
    let more = iter::from_fn(|| told.recv_timeout(SILENCE).ok()).count();
    assert!(more < saves / 2, "{saves} saves were {} changes", more + 1);

    fs::read_to_string(&page).expect("readable");
    for none in ["README.md", "book/src/.page.md.swp", "book/src/page.md~"] {
        fs::write(course.join(none), "").expect("writable");
    }
    assert_eq!(told.recv_timeout(SILENCE), Err(RecvTimeoutError::Timeout));

    for source in [
        "book/book.toml",
        "solutions/src/step_02.rs",
        "grader/tests/data/new.txt",
    ] {
        fs::write(course.join(source), "").expect("writable");
        while !told
            .recv_timeout(PATIENCE)
            .expect("the change is noticed")
            .ends_with(source)
        {}
    }
}

#[test]
fn a_folder_that_is_no_course_is_refused() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("watch-nothing");
    fs::create_dir_all(&folder).expect("a folder");
    assert!(Sources::watch(&folder).is_err());
    assert!(Sources::watch(&folder.join("missing")).is_err());
}
