//! `grader show --svg` with the real command: a file that any reader of XML reads, and no other file lost.

use std::fs;

use crate::common::{Learner, solution, with};

/// The learner's mask, drawn into a file.
fn show(learner: &Learner, arguments: &[&str]) -> (Option<i32>, String, String) {
    learner.grade("show", arguments)
}

#[test]
fn an_svg_is_well_formed_and_has_the_values_of_the_mask() {
    let learner = Learner::new(&solution());
    let (exit, said, _) = show(&learner, &["3", "2", "--svg", "mask.svg"]);
    assert_eq!((exit, said.as_str()), (Some(0), "`mask.svg` is written.\n"));
    let text = fs::read_to_string(learner.folder().join("mask.svg")).expect("the picture");
    let svg = roxmltree::Document::parse(&text).expect("well-formed XML");
    let texts = |class: &str| -> Vec<String> {
        let nodes = svg.descendants();
        let mine = nodes.filter(|node| node.attribute("class") == Some(class));
        mine.filter_map(|node| node.text().map(str::to_owned))
            .collect()
    };
    assert_eq!(texts("value"), mask(3, 2));
    assert_eq!(texts("key"), ["0", "1", "2", "3", "4"]);
    assert_eq!(texts("query"), ["0", "1", "2"]);
    let count = |name: &str| {
        let nodes = svg.descendants();
        nodes
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)))
            .count()
    };
    assert_eq!((count("title"), count("desc")), (1, 1));
    assert_eq!(texts("title"), ["causal_mask::<f32>(3, 2)"]);
    assert!(text.contains("prefers-color-scheme: dark") && text.contains("currentColor"));
    // Nothing comes from elsewhere.
    assert!(!text.contains("href") && !text.contains("url("));
}

/// The entries of the mask by its definition, as they are written.
fn mask(rows: usize, more: usize) -> Vec<&'static str> {
    let places = (0..rows).flat_map(|i| (0..rows + more).map(move |j| (i, j)));
    places
        .map(|(i, j)| if j <= i { "0" } else { "-inf" })
        .collect()
}

#[test]
fn an_svg_of_any_size_and_of_weights_is_well_formed() {
    let learner = Learner::new(&with(&[(2, "    T::nan()")]));
    for sizes in [["0", "0"], ["0", "3"], ["1", "0"], ["64", "0"]] {
        for flags in [&[][..], &["--softmax"]] {
            let arguments = [&sizes[..], &["--svg", "mask.svg", "--force"], flags].concat();
            let (exit, said, errors) = show(&learner, &arguments);
            assert_eq!(exit, Some(0), "{said}{errors}");
            let text = fs::read_to_string(learner.folder().join("mask.svg")).expect("the picture");
            roxmltree::Document::parse(&text).expect("well-formed XML");
        }
    }
}

#[test]
fn a_file_that_is_there_is_kept_unless_told_otherwise() {
    let learner = Learner::new(&solution());
    let file = learner.folder().join("mask.svg");
    fs::write(&file, "mine").expect("the file is written");
    let (exit, _, errors) = show(&learner, &["2", "0", "--svg", "mask.svg"]);
    assert_eq!(exit, Some(2));
    assert!(errors.contains("`mask.svg` exists already") && errors.contains("--force"));
    assert_eq!(fs::read_to_string(&file).expect("the file"), "mine");
    let (exit, ..) = show(&learner, &["2", "0", "--svg", "mask.svg", "--force"]);
    assert_eq!(exit, Some(0));
    assert!(
        fs::read_to_string(&file)
            .expect("the file")
            .starts_with("<svg")
    );
    // And nothing else is left beside it.
    let names = fs::read_dir(learner.folder()).expect("the folder").count();
    assert_eq!(names, 2);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let learner = Learner::new(&solution());
    let (exit, _, errors) = show(&learner, &["2", "0", "--svg", "nowhere/mask.svg"]);
    assert_eq!(exit, Some(3));
    assert!(
        errors.contains("cannot write `nowhere/mask.svg`"),
        "{errors}"
    );
}

#[test]
fn a_picture_that_does_not_fit_is_wrong_usage() {
    let learner = Learner::new(&solution());
    let (exit, _, errors) = show(&learner, &["64", "1", "--svg", "mask.svg"]);
    assert_eq!(exit, Some(2));
    assert!(errors.contains("no more than 64"), "{errors}");
    assert!(!learner.folder().join("mask.svg").exists());
}

#[test]
fn nothing_is_written_where_there_is_no_mask() {
    let learner = Learner::new(&with(&[(7, "    panic!()")]));
    let (exit, said, _) = show(&learner, &["2", "0", "--svg", "mask.svg"]);
    assert_eq!(exit, Some(1));
    assert!(said.contains("There is no mask to draw."), "{said}");
    assert!(!learner.folder().join("mask.svg").exists());
}
