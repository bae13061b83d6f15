//! `grader batch`: whatever is handed in, each hand-in gets what it would get alone, and nothing is lost.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::common::cases::MISTAKE;
use crate::common::classes::{Class, printed, results};
use crate::common::messy::{BROKEN, Expected, messy_class};
use crate::common::{Learner, solution, step, stub, with};

#[test]
fn a_messy_class_is_judged_as_an_instructor_expects() {
    let (class, expected) = messy_class();
    let told = class.judge(&["--deadline", "Friday"]);
    let found = class.results();
    let names = |(id, _): &(String, Value)| id.clone();
    let ids: Vec<_> = expected.iter().map(|(id, _)| id.clone()).collect();
    assert_eq!(found.iter().map(names).collect::<Vec<_>>(), ids);
    for ((id, what), (_, result)) in expected.iter().zip(&found) {
        match what {
            Expected::Points(points) => {
                assert_eq!(result["status"], "graded", "{id:?}: {result:#}");
                assert_eq!(result["points"], *points, "{id:?}: {result:#}");
            }
            Expected::Rejected(part) => {
                assert_eq!(result["status"], "rejected", "{id:?}: {result:#}");
                let reason = result["reason"].as_str().unwrap_or_default();
                assert!(reason.contains(part), "{id:?}: {reason}");
            }
        }
        assert_eq!(result["deadline"], "Friday");
    }
    let rejected = expected
        .iter()
        .filter(|(_, what)| matches!(what, Expected::Rejected(_)))
        .count();
    let graded = expected.len() - rejected;
    let counts = format!(
        "Hand-ins: {}. Graded {graded}, kept from before 0, rejected {rejected}, errors 0.\n",
        expected.len()
    );
    assert!(told.starts_with(&counts), "{told}");
    assert_each_has_a_text_and_no_file_names_a_place(&class, expected.len());
    assert_as_check_says(&class);

    // Nothing has changed, so nothing is judged again; what has changed is.
    class.add("folder0/step_02.rs", BROKEN);
    let again = class.judge(&["--deadline", "Monday"]);
    let counts = format!("Graded 1, kept from before {},", graded - 1);
    assert!(again.contains(&counts), "{again}");
    assert!(
        class
            .results()
            .iter()
            .all(|(_, result)| result["deadline"] == "Monday")
    );
}

fn assert_each_has_a_text_and_no_file_names_a_place(class: &Class, count: usize) {
    let folder = class.folder();
    let place = folder.parent().expect("a folder").display().to_string();
    for name in ["results", "feedback"] {
        let files = fs::read_dir(class.out().join(name)).expect("a folder");
        let files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
        assert_eq!(files.len(), count, "{files:?}");
        for file in files {
            let text = fs::read_to_string(&file).expect("text");
            for part in [&*place, "/batch/", "/workers/", env!("CARGO_TARGET_TMPDIR")] {
                assert!(!text.contains(part), "{}: {part}: {text}", file.display());
            }
            let name = file
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            assert!(name.chars().all(plain) && !name.starts_with('-'), "{name}");
        }
    }
}

fn assert_as_check_says(class: &Class) {
    let results = class.results();
    for (number, text) in [solution(), with(&[(7, MISTAKE)]), stub()]
        .iter()
        .enumerate()
    {
        let report = Learner::new(text).check(&[]);
        let name = format!("folder{number}");
        let (_, result) = results
            .iter()
            .find(|(id, _)| *id == name)
            .expect("a result");
        let judged = &result["steps"][0];
        for part in ["seed", "status", "points", "max_points"] {
            assert_eq!(judged[part], report.step()[part], "{name}: {part}");
        }
        for task in 1..=8 {
            for part in ["status", "points", "misconception"] {
                let one = &judged["tasks"][task - 1][part];
                assert_eq!(*one, report.task(task)[part], "{name}: task {task}: {part}");
            }
        }
    }
}

#[test]
fn a_killed_batch_goes_on_where_it_was() {
    let class = Class::new();
    for number in 0..6 {
        class.add(
            format!("s{number}/step_02.rs"),
            format!("{BROKEN} // {number}"),
        );
    }
    let whole = class.folder().with_file_name("whole");
    printed(
        &class
            .command(&whole, &[])
            .output()
            .expect("the grader runs"),
    );
    let done = || results(&class.out()).len();
    let started = Instant::now();
    while done() < 4 {
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "it does not go on"
        );
        let before = done();
        let mut batch = class
            .command(&class.out(), &["--jobs", "1"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the grader runs");
        while done() <= before && batch.try_wait().expect("it can be asked").is_none() {
            sleep(Duration::from_millis(5));
        }
        batch.kill().expect("it is killed");
        batch.wait().expect("it ends");
    }
    class.judge(&[]);
    assert_eq!(class.results(), results(&whole));
}

#[test]
fn a_lock_that_is_left_for_a_moment_is_waited_for() {
    let class = Class::new();
    class.add("a/step_02.rs", BROKEN);
    fs::create_dir_all(class.out()).expect("it is made");
    let lock = fs::File::create(class.out().join(".lock")).expect("it is made");
    lock.lock().expect("it is locked");
    let holder = std::thread::spawn(move || {
        sleep(Duration::from_millis(150));
        drop(lock);
    });
    class.judge(&[]);
    holder.join().expect("it ends");
    assert_eq!(class.results().len(), 1);
}

#[test]
fn what_counts_is_what_the_instructor_says() {
    let class = Class::new();
    class.add("a.rs", with(&[(7, MISTAKE)]));
    class.add("points.toml", "02.2 = 50\n");
    let salt = class.place("salt");
    fs::write(&salt, "nobody knows").expect("it is written");
    let points = class.place("points.toml");
    let text = |path: &Path| path.display().to_string();
    // A file of any name is the step's where only one can be meant.
    class.judge(&[
        "--step",
        "02",
        "--tasks",
        "2,7",
        "--points",
        &text(&points),
        "--salt",
        &text(&salt),
        "--feedback",
        "status",
    ]);
    let results = class.results();
    let (_, result) = results
        .iter()
        .find(|(id, _)| id == "a.rs")
        .expect("a result");
    let seven = u64::from(step().task(7).expect("task 7").points);
    assert_eq!(
        (&result["points"], &result["max_points"]),
        (&50.into(), &(50 + seven).into())
    );
    let judged = &result["steps"][0];
    assert_eq!(judged["tasks"].as_array().map(Vec::len), Some(2));
    let seed = Learner::new(&with(&[(7, MISTAKE)])).check(&["--task", "2"]);
    assert_ne!(
        judged["seed"],
        seed.step()["seed"],
        "the salt changes the questions"
    );
    let feedback = fs::read_to_string(class.out().join("feedback/a.rs.txt")).expect("a text");
    assert!(
        feedback.contains("wrong") && !feedback.contains("hint"),
        "{feedback}"
    );
}

#[test]
fn wrong_usage_is_told_before_anything_is_judged() {
    let class = Class::new();
    let said = |more: &[&str]| {
        let output = class
            .command(&class.out(), more)
            .output()
            .expect("the grader runs");
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let inside = class.folder().join("out").display().to_string();
    assert!(said(&[]).contains("expected a folder with one folder"));
    class.add("a/step_02.rs", "");
    assert!(said(&["--tasks", "9-3"]).contains("`9-3` names no tasks"));
    assert!(said(&["--partition", "3/2"]).contains("expected K/N"));
    assert!(said(&["--step", "99"]).contains("no step `99`"));
    assert!(said(&["--points", "nowhere.toml"]).contains("nowhere.toml"));
    assert!(!class.out().exists());
    let output = class
        .command(inside.as_ref(), &[])
        .output()
        .expect("the grader runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        told.contains("is in the folder with the hand-ins"),
        "{told}"
    );
}

#[test]
fn parts_hold_every_hand_in_once() {
    let class = Class::new();
    for number in 0..9 {
        fs::create_dir(class.folder().join(format!("s{number}"))).expect("a folder");
    }
    class.judge(&[]);
    let mut joined = Vec::new();
    for part in ["1/3", "2/3", "3/3"] {
        let out = class.folder().with_file_name(part.replace('/', "_"));
        let output = class.command(&out, &["--partition", part]).output();
        printed(&output.expect("the grader runs"));
        joined.extend(results(&out));
    }
    joined.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(joined, class.results());
}
