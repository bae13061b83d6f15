//! What an answer must not reach, where the system has walls: files, network, other processes; and what its compiler must
//! not read.

use crate::common::{Learner, Report, root, solution, with, with_choice};

/// What an answer may try. Each is an expression that is true where it has come through.
const ATTEMPTS: &[(&str, &str)] = &[
    ("its own source", "std::fs::read(file!()).is_ok()"),
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
    (
        "the limits of another",
        "{ unsafe extern \"C\" { fn prlimit(process: i32, of: i32, new: *const u64, old: *mut u64) -> i32; }
           unsafe { prlimit(std::os::unix::process::parent_id() as i32, 0, std::ptr::null(), [0; 2].as_mut_ptr()) == 0 } }",
    ),
    (
        "the priority of another",
        "{ unsafe extern \"C\" { fn setpriority(which: i32, process: i32, value: i32) -> i32; }
           unsafe { setpriority(0, std::os::unix::process::parent_id() as i32, 19) == 0 } }",
    ),
    (
        "memory that is shared",
        "{ unsafe extern \"C\" { fn mmap(at: usize, length: usize, may: i32, how: i32, file: i32, from: i64) -> isize; }
           unsafe { mmap(0, 1 << 20, 3, 0x21, -1, 0) != -1 } }",
    ),
    (
        "memory that is shared through a device",
        "{ unsafe extern \"C\" { fn mmap(at: usize, length: usize, may: i32, how: i32, file: i32, from: i64) -> isize; }
           let zero = std::fs::File::options().read(true).write(true).open(\"/dev/zero\").unwrap();
           unsafe { mmap(0, 1 << 20, 3, 1, std::os::fd::AsRawFd::as_raw_fd(&zero), 0) != -1 } }",
    ),
    (
        "a file in memory",
        "{ unsafe extern \"C\" { fn memfd_create(name: *const u8, flags: u32) -> i32; }
           unsafe { memfd_create(c\"x\".as_ptr().cast(), 0) != -1 } }",
    ),
    ("a variable", "std::env::var_os(\"HOME\").or(std::env::var_os(\"PATH\")).is_some()"),
    ("a variable of the compiler's", "option_env!(\"HOME\").is_some()"),
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
fn nothing_is_exported_that_the_grader_itself_would_call() {
    for name in ["write", "memcpy"] {
        let text = format!(
            "{}\n#[unsafe(no_mangle)]\npub extern \"C\" fn {name}(a: usize, _b: usize, _c: usize) -> usize {{ a }}\n",
            solution()
        );
        let report = Learner::new(&text).check(&[]);
        assert_eq!(report.status(2), "does_not_compile", "{name}");
        let said = report.step()["diagnostics"].to_string();
        assert!(said.contains(&format!("a function `{name}`")), "{said}");
    }
    // A name of its own does no harm.
    let text = format!(
        "{}\n#[unsafe(no_mangle)]\npub extern \"C\" fn my_own() {{}}\n",
        solution()
    );
    Learner::new(&text).check(&[]).passed_but(&[]);
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
