//! A class as it is: what students hand in, and what must become of it.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::process::Command;

use grader::steps::Step;

use super::cases::MISTAKE;
use super::classes::Class;
use super::zips::{Zipped, zip};
use super::{solution, step, stub, with, with_in};

/// A file that does not compile.
pub const BROKEN: &str = "pub fn mask_value(";

/// What must become of a hand-in: how many points, or a part of the reason why not.
pub enum Expected {
    Points(u64),
    Rejected(&'static str),
}
use Expected::{Points, Rejected};

/// A class as it is: a name, and what must become of it.
pub fn messy_class() -> (Class, Vec<(String, Expected)>) {
    let class = Class::new();
    let mut expected = Vec::new();
    let mut expect = |id: &str, what| expected.push((id.to_owned(), what));
    let (right, wrong, stub) = (solution(), with(&[(7, MISTAKE)]), stub());
    let wrong_points = step().max_points() - step().task(7).expect("task 7").points;
    // As the systems hand them over, right and wrong.
    let texts = [
        (&right, Points(100)),
        (&wrong, Points(u64::from(wrong_points))),
        (&stub, Points(0)),
        (&BROKEN.to_owned(), Points(0)),
    ];
    for (number, (text, what)) in texts.iter().enumerate() {
        let packed = zip(&[
            Zipped::file("hand in/step_02.rs", text),
            Zipped::file("__MACOSX/hand in/._step_02.rs", "\0"),
        ]);
        let names: [(String, &[u8]); 8] = [
            (format!("folder{number}/step_02.rs"), text.as_bytes()),
            (
                format!("Name, Sur_1{number}_assignsubmission_file_/step_02.rs"),
                text.as_bytes(),
            ),
            (format!("doe{number}_1_2_step_02-1.rs"), text.as_bytes()),
            (
                format!("nested{number}/a/b/c/src/step_02.rs"),
                text.as_bytes(),
            ),
            (format!("zip{number}.zip"), &packed),
            (
                format!("Sur Name_9{number}_assignsubmission_file_/work.ZIP"),
                &packed,
            ),
            (
                format!("quotes\"'{number}%s$(x)/Step_02.rs"),
                text.as_bytes(),
            ),
            (format!("-rf{number}/my_step_02 (1).rs"), text.as_bytes()),
        ];
        for (path, bytes) in names {
            class.add(&path, bytes);
            let id = path.split('/').next().unwrap_or_default().to_owned();
            let points = if let Points(points) = what {
                *points
            } else {
                0
            };
            expect(&id, Points(points));
        }
    }
    class.add("fork/steps/src/step_02.rs", &right);
    // Every step counts, and none keeps another from being judged.
    let third = Step::find("03").expect("there is a step 03");
    class.add("fork/steps/src/step_03.rs", with_in(third, &[]));
    class.add("fork/solutions/src/step_02.rs", &stub);
    class.add("fork/grader/worker/step_02.rs", "");
    class.add("fork/.git/step_02.rs", "");
    class.add("fork/target/step_02.rs", "");
    expect("fork", Points(100 + u64::from(third.max_points())));
    // Compilers name the places that they look for.
    let outside = "mod missing;\nconst TEXT: &str = include_str!(\"/etc/passwd\");\n";
    class.add("outside/step_02.rs", outside);
    expect("outside", Points(0));
    class.add("copies/step_02.rs", &right);
    class.add("copies/again/step_02.rs", &right);
    expect("copies", Points(100));
    class.add(
        "windows.zip",
        zip(&[Zipped::file("a\\src\\step_02.rs", &right)]),
    );
    expect("windows.zip", Points(100));
    class.add("line\nbreak/step_02.rs", &right);
    expect("line\nbreak", Points(100));
    class.add("link_beside/step_02.rs", &right);
    symlink("/etc", class.place("link_beside/etc")).expect("a link");
    expect("link_beside", Points(100));
    class.add(".DS_Store", "");
    class.add("__MACOSX/step_02.rs", "");

    class.add("two/a/step_02.rs", &right);
    class.add("two/b/step_02.rs", &stub);
    expect(
        "two",
        Rejected("2 files for step 02: `a/step_02.rs`, `b/step_02.rs`"),
    );
    class.add("none/notes.txt", "");
    expect("none", Rejected("it holds `notes.txt`"));
    fs::create_dir(class.place("empty")).expect("a folder");
    expect("empty", Rejected("it is empty"));
    class.add("grades.csv", "");
    expect(
        "grades.csv",
        Rejected("no folder, no `.rs` file and no `.zip`"),
    );
    class.add("notes.rs", &right);
    expect("notes.rs", Rejected("no step file, such as `step_01.rs`"));
    symlink("/etc", class.place("link")).expect("a link");
    expect("link", Rejected("It is a link"));
    symlink("/etc/hostname", class.place("linked/step_02.rs")).expect("a link");
    expect("linked", Rejected("`step_02.rs` is a link"));
    let made = Command::new("mkfifo")
        .arg(class.place("pipe/step_02.rs"))
        .status();
    assert!(made.expect("mkfifo runs").success());
    expect("pipe", Rejected("`step_02.rs` is a pipe"));
    class.add("huge/step_02.rs", vec![b' '; (1 << 20) + 1]);
    expect("huge", Rejected("has more than 1048576 bytes"));
    class.add("latin/step_02.rs", b"// \xe9\n");
    expect("latin", Rejected("`step_02.rs` is not UTF-8 text"));
    let zeros = "\0".repeat(4 << 20);
    class.add("bomb.zip", zip(&[Zipped::file("step_02.rs", &zeros)]));
    expect("bomb.zip", Rejected("has more than 1048576 bytes"));
    // One that says it is small.
    let mut liar = zip(&[Zipped::file("step_02.rs", &zeros)]);
    let said = liar.len() - 22 - "step_02.rs".len() - 46 + 24;
    liar[said..said + 4].copy_from_slice(&100_u32.to_le_bytes());
    class.add("liar.zip", liar);
    expect("liar.zip", Rejected("is damaged"));
    let link = Zipped {
        mode: 0o120_777,
        ..Zipped::file("step_02.rs", "/etc/hostname")
    };
    class.add("link.zip", zip(&[link]));
    expect("link.zip", Rejected("`step_02.rs` is a link"));
    let whole = zip(&[Zipped::file("step_02.rs", &right)]);
    class.add("cut.zip", &whole[..whole.len() / 2]);
    expect("cut.zip", Rejected("is no whole zip archive"));
    let mut damaged = whole.clone();
    damaged[200] ^= 1;
    class.add("damaged.zip", damaged);
    expect("damaged.zip", Rejected("is damaged"));
    class.add(
        "zip.zip",
        zip(&[Zipped {
            name: b"inner.zip",
            text: &whole,
            mode: 0,
        }]),
    );
    expect("zip.zip", Rejected("it holds `inner.zip`"));
    // Other systems have no such names.
    if cfg!(target_os = "linux") {
        class.add(OsStr::from_bytes(b"caf\xe9\\/step_02.rs"), &right);
        expect("caf\\xe9\\\\", Points(100));
    }
    expected.sort_by(|one, other| one.0.cmp(&other.0));
    (class, expected)
}
