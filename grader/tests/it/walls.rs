//! What an answer must not reach, where the system has walls: files, network, other processes; and what its compiler must
//! not read.

use crate::common::{Learner, Report, root, solution, with, with_choice};

/// What an answer may try. Each is an expression that is true where it has come through.
const ATTEMPTS: &[(&str, &str)] = &[
    (
        "its own source",
        "std::fs::read(format!(\"{}/step_02.rs\", std::env::var(\"LEARNER\").unwrap())).is_ok()",
    ),
    (
        "a file of the system",
        "std::fs::read(\"/etc/passwd\").is_ok()",
    ),
    ("a folder", "std::fs::read_dir(\"/\").is_ok()"),
    (
        "a new file",
        "std::fs::write(std::env::temp_dir().join(\"reached\"), \"\").is_ok()",
    ),
    (
        "a file beside itself",
        "std::fs::write(\"reached\", \"\").is_ok()",
    ),
    (
        "its own program",
        "std::fs::remove_file(std::env::current_exe().unwrap()).is_ok()",
    ),
    (
        "the memory of another",
        "std::fs::File::options().write(true).open(format!(\"/proc/{}/mem\", std::os::unix::process::parent_id())).is_ok()",
    ),
    (
        "the output of another",
        "std::fs::File::options().write(true).open(format!(\"/proc/{}/fd/1\", std::os::unix::process::parent_id())).is_ok()",
    ),
    (
        "another process",
        "std::process::Command::new(\"/bin/true\").status().is_ok()",
    ),
    (
        "a connection",
        "std::net::TcpListener::bind(\"127.0.0.1:0\").is_ok()",
    ),
    (
        "a datagram",
        "std::net::UdpSocket::bind(\"127.0.0.1:0\").is_ok()",
    ),
    (
        "a signal",
        "{ unsafe extern \"C\" { fn kill(process: i32, signal: i32) -> i32; }
           unsafe { kill(std::os::unix::process::parent_id() as i32, 0) == 0 } }",
    ),
];

/// Whether there are walls. Not every kernel has them; the one that continuous integration runs on must.
fn hold(report: &Report) -> bool {
    let walled = report.is_walled();
    let is_open = !walled && std::env::var_os("CI").is_some();
    assert!(!is_open, "{}", report.json["isolation"]);
    walled
}

#[test]
fn an_answer_reaches_nothing_that_is_not_its_own() {
    let answer = |(_, attempt): &(&str, &str)| {
        format!("if {attempt} {{ panic!(\"it came through\") }} arr0(value)")
    };
    let answers: Vec<_> = ATTEMPTS.iter().map(answer).collect();
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let mut learner = Learner::new(&with_choice(4, &answers));
    for (number, (what, _)) in ATTEMPTS.iter().enumerate() {
        learner.choose(number);
        let report = learner.check(&["--task", "4"]);
        if !hold(&report) {
            return;
        }
        assert_eq!(report.status(4), "passed", "{what}: {}", report.message(4));
    }
}

#[test]
fn threads_may_be_started() {
    let thread =
        "std::thread::spawn(move || sequence_length.checked_add(num_tokens)).join().unwrap()
        .ok_or(ShapeError::from_kind(ErrorKind::Overflow))";
    Learner::new(&with(&[(3, thread)]))
        .check(&[])
        .passed_but(&[]);
}

#[test]
fn a_compiler_reads_nothing_that_is_not_handed_in() {
    let answers = root().join("solutions/src/step_02.rs");
    let texts = [
        format!(
            "{}\nconst READ: &str = include_str!(\"/etc/passwd\");\n",
            solution()
        ),
        format!("#[path = {answers:?}]\nmod theirs;\npub use theirs::*;\n"),
        format!("include!({answers:?});\n"),
    ];
    for text in texts {
        let report = Learner::new(&text).check(&[]);
        if !hold(&report) {
            return;
        }
        assert_eq!(report.status(2), "does_not_compile", "{text}");
        let said = report.step()["diagnostics"].to_string();
        assert!(said.contains("Permission denied"), "{said}");
        assert!(!said.contains("root:"), "{said}");
    }
}
