//! Errors keep what they came from.

use std::error::Error as _;

use super::*;

/// What the system says where something is not allowed.
fn refused() -> io::Error {
    io::Error::from(io::ErrorKind::PermissionDenied)
}

fn place(reason: Reason) -> Error {
    Error::Place {
        doing: "read",
        path: PathBuf::from("here"),
        reason,
        advice: String::new(),
    }
}

#[test]
fn what_the_system_refused_is_the_source_and_in_the_text() {
    let path = Path::new("here");
    let program = OsString::from("cargo");
    for error in [
        place(Reason::System(refused())),
        Error::file("lock", path, refused()),
        Error::Report(refused()),
        Error::Worker(refused()),
        Error::Tool {
            program,
            source: refused(),
        },
    ] {
        let source = error.source().expect("a source");
        let system = source.downcast_ref::<io::Error>().expect("the system's");
        assert_eq!(system.kind(), io::ErrorKind::PermissionDenied);
        let text = error.to_string();
        assert_eq!(text.matches(&system.to_string()).count(), 1, "{text}");
    }
}

#[test]
fn what_was_not_understood_is_the_source() {
    let source = "six".parse::<u64>().expect_err("no number");
    let word = "six".to_owned();
    let number = Error::Number { word, source };
    assert!(
        number
            .source()
            .is_some_and(|source| source.is::<ParseIntError>())
    );
    let bytes = String::from_utf8(vec![b'a', 0xff]).expect_err("no text");
    let file = place(Reason::NotText(bytes.utf8_error()));
    let source = file.source().and_then(|source| source.downcast_ref());
    assert_eq!(source.map(Utf8Error::valid_up_to), Some(1));
}

#[test]
fn an_error_without_a_source_names_none() {
    let path = PathBuf::from("here");
    assert!(Error::Exists { path, source: None }.source().is_none());
    assert!(place(Reason::Name).source().is_none());
    assert!(Error::Usage("a sentence".to_owned()).source().is_none());
}

#[test]
fn the_users_places_are_usage_and_the_graders_own_are_not() {
    let path = Path::new("here");
    assert_eq!(place(Reason::System(refused())).exit(), Exit::Usage);
    assert_eq!(Error::file("read", path, refused()).exit(), Exit::Broken);
}
