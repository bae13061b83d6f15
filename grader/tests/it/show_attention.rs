//! `grader show 07` with the real command: the heads of the course's model, as the learner's functions have them look.

use std::fs;

use crate::common::{Learner, grader, root, said, target, with_in};
use grader::steps::Step;

fn step() -> &'static Step {
    Step::find("07").expect("there is a step 07")
}

/// A learner who has the answers of the reference, but for these.
fn learner(answers: &[(u8, &str)]) -> Learner {
    Learner::of(step(), &with_in(step(), answers))
}

/// What is drawn of the learner's file, inside the course, where the model is.
fn show(learner: &Learner, arguments: &[&str]) -> (Option<i32>, String, String) {
    said(
        grader()
            .current_dir(root())
            .args(["show", "07", "--target-dir"])
            .arg(target())
            .arg("--impl")
            .arg(learner.file())
            .args(arguments),
    )
}

/// The same as a file.
fn svg(learner: &Learner, arguments: &[&str]) -> String {
    let file = learner.folder().join("heads.svg");
    let name = file.to_str().expect("UTF-8");
    let (exit, said, errors) = show(learner, &[arguments, &["--svg", name, "--force"]].concat());
    assert_eq!(exit, Some(0), "{said}{errors}");
    fs::read_to_string(&file).expect("the picture")
}

/// Everything below the first line, which names the file.
fn below(text: &str) -> &str {
    text.split_once("\n\n").map_or("", |(_, below)| below)
}

/// The texts of one class in each head of a picture.
fn texts(svg: &str, class: &str) -> Vec<Vec<String>> {
    let svg = roxmltree::Document::parse(svg).expect("well-formed XML");
    let heads = svg.descendants().filter(|node| node.has_tag_name("g"));
    let texts = |head: roxmltree::Node<'_, '_>| {
        let mine = head
            .descendants()
            .filter(|node| node.attribute("class") == Some(class));
        mine.map(|node| node.text().unwrap_or_default().to_owned())
            .collect()
    };
    heads.map(texts).collect()
}

#[test]
fn the_heads_are_drawn_in_a_terminal() {
    let learner = learner(&[]);
    let (exit, drawn, _) = show(&learner, &["The cat sat", "--ascii"]);
    assert_eq!(exit, Some(0));
    assert!(drawn.starts_with("block 0, \"The cat sat\""), "{drawn}");
    // A program in Python without any library computes the same from the same weights.
    let expected = "
head 0                       head 1
          0    1    2    3             0    1    2    3
0 The  1.00                  0 The  1.00
1 _c   0.59 0.41             1 _c   0.67 0.33
2 at   0.52 0.30 0.18        2 at   0.46 0.34 0.20
3 _sat 0.40 0.21 0.18 0.21   3 _sat 0.48 0.28 0.08 0.15

head 2                       head 3
          0    1    2    3             0    1    2    3
0 The  1.00                  0 The  1.00
1 _c   0.67 0.33             1 _c   0.59 0.41
2 at   0.53 0.32 0.14        2 at   0.51 0.36 0.13
3 _sat 0.37 0.21 0.12 0.30   3 _sat 0.34 0.33 0.14 0.19

Each row: what a token takes of itself and those before it.
_ is a blank.

Built on the course's own steps 02, 04: none of yours has passed.
";
    assert_eq!(below(&drawn), &expected[1..]);
    assert!(drawn.is_ascii(), "{drawn}");
    // It is the text where none is given, and words need no quotes.
    for words in [&[][..], &["The", "cat", "sat"]] {
        assert_eq!(show(&learner, words).1, drawn);
    }
}

#[test]
fn a_longer_text_is_drawn_in_signs_that_fit() {
    let text = "It is a truth universally acknowledged";
    let (exit, drawn, _) = show(&learner(&[]), &[text]);
    assert_eq!(exit, Some(0));
    assert!(drawn.contains("\n 0 I    @@\n"), "{drawn}");
    assert!(
        drawn.contains("From 0 to 1 by tenths: .,:-=+*o#@"),
        "{drawn}"
    );
    assert!(drawn.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn in_every_block_a_row_sums_to_one_and_nobody_looks_ahead() {
    let learner = learner(&[]);
    let mut seen = Vec::new();
    for block in ["0", "1", "2", "3"] {
        let svg = svg(&learner, &["The cat sat", "--layer", block]);
        let labels = texts(&svg, "query");
        assert_eq!(labels, vec![["0 The", "1 _c", "2 at", "3 _sat"]; 4]);
        let heads = texts(&svg, "value");
        assert_eq!(heads.len(), 4);
        for head in &heads {
            // What is blocked has no text.
            assert_eq!(head.len(), 1 + 2 + 3 + 4, "{head:?}");
            assert_eq!(head[0], "1.00");
            let mut weights = head
                .iter()
                .map(|text| text.parse::<f64>().expect("a number"));
            for row in 1..=4 {
                let sum: f64 = weights.by_ref().take(row).sum();
                assert!((sum - 1.0).abs() < 0.0051 * row as f64, "{head:?}");
            }
        }
        assert_eq!(texts(&svg, "cell blank"), vec![vec![""; 6]; 4]);
        assert!(!seen.contains(&heads), "block {block}");
        seen.push(heads);
    }
    // Computed in Python as well: what the last token takes in the second head of the last block.
    assert_eq!(seen[3][1][6..], ["0.79", "0.09", "0.07", "0.06"]);
}

#[test]
fn an_svg_is_well_formed_whatever_the_text_and_the_weights_are() {
    let learner = learner(&[(1, "    scores.mapv(|score| score / 0.0 * 0.0)")]);
    let svg = svg(&learner, &["<b>&\"\u{1}\u{202e}\u{FFFE}\n'\u{10FFFF}"]);
    let read = roxmltree::Document::parse(&svg).expect("well-formed XML");
    let count = |name: &str| {
        let nodes = read.descendants();
        nodes.filter(|node| node.tag_name().name() == name).count()
    };
    assert_eq!((count("desc"), count("g")), (1, 4));
    assert!(svg.contains("prefers-color-scheme: dark") && svg.contains("currentColor"));
    assert!(!svg.contains("href") && !svg.contains("url("));
    assert!(texts(&svg, "value")[0].iter().all(|text| text == "NaN"));
}

#[test]
fn a_wrong_answer_is_drawn_as_it_is() {
    let right = show(&learner(&[]), &[]).1;
    for (task, answer, row) in [
        // All scores together, so no row sums to 1.
        (
            1,
            "    let powers = scores.mapv(f32::exp);\n    let sum = powers.sum();\n    powers / sum",
            None,
        ),
        // What is blocked gets a share.
        (
            1,
            "    Array2::from_elem(scores.dim(), 1.0 / scores.ncols() as f32)",
            Some("0 The  0.25 0.25 0.25 0.25"),
        ),
        (2, "    query.dot(&key.t())", Some("0 The  1.00")),
        // Keys and queries exchanged.
        (
            4,
            "    let part = |number| qkv.slice(s![.., number * 128..(number + 1) * 128]).to_owned();
    Ok([part(1), part(0), part(2)])",
            Some("0 The  1.00"),
        ),
    ] {
        let (exit, drawn, errors) = show(&learner(&[(task, answer)]), &[]);
        assert_eq!(exit, Some(0), "{answer}: {drawn}{errors}");
        let picture = |text: &str| below(text).split("Each row").next().map(str::to_owned);
        assert_ne!(picture(&drawn), picture(&right), "{answer}");
        match row {
            Some(row) => assert!(drawn.contains(row), "{answer}: {drawn}"),
            None => assert!(!drawn.contains("0 The  1.00"), "{answer}: {drawn}"),
        }
        assert!(
            drawn.contains("This is not the attention that tasks 1, 2, 4, 5 ask for."),
            "{answer}: {drawn}"
        );
    }
    assert!(!right.contains("This is not"), "{right}");
}

#[test]
fn what_is_not_written_yet_is_named() {
    let stub = grader::stubs::stub(step());
    let cases = [
        (Learner::of(step(), &stub), "split_qkv"),
        (learner(&[(1, "    todo!(\"task 1: softmax\")")]), "softmax"),
        (
            learner(&[(5, "    todo!(\"task 5: split_heads\")")]),
            "split_heads",
        ),
    ];
    for (learner, function) in cases {
        let (exit, said, errors) = show(&learner, &[]);
        assert_eq!(exit, Some(1), "{said}{errors}");
        let text = format!("There is no attention to draw yet: `{function}` comes to a `todo!`.\n");
        assert_eq!(below(&said), text);
        let place = fs::read_to_string(learner.file()).expect("the file");
        let mut lines = place.lines().enumerate();
        let line = lines.find(|(_, line)| line.contains("todo!") && line.contains(function));
        let (line, _) = line.expect("it is there");
        let first = said.lines().next().unwrap_or_default();
        assert!(
            first.ends_with(&format!("step_07.rs:{}", line + 1))
                || said
                    .lines()
                    .nth(1)
                    .is_some_and(|place| place.ends_with(&format!(":{}", line + 1))),
            "{said}"
        );
    }
    // What the weights do not need may be unfinished.
    let (exit, said, _) = show(&learner(&[(7, "    todo!()"), (3, "    todo!()")]), &[]);
    assert_eq!(exit, Some(0), "{said}");
}

#[test]
fn what_cannot_be_drawn_is_said_in_a_sentence() {
    let (exit, said, _) = show(
        &learner(&[(
            5,
            "    Ok(Array3::zeros((1, x.nrows(), x.ncols() / n_head)))",
        )]),
        &[],
    );
    assert_eq!(exit, Some(1));
    assert!(
        said.contains("The weights have the shape [1, 4, 4], and [4, 4, 4] is needed"),
        "{said}"
    );
    let missing = with_in(step(), &[]).replace("pub fn split_heads(", "pub fn other(");
    let missing = missing.replace("split_heads(", "other(");
    let (exit, said, _) = show(&Learner::of(step(), &missing), &[]);
    assert_eq!(exit, Some(1));
    assert!(
        said.contains("There is no public function `split_heads`"),
        "{said}"
    );
}

#[test]
fn a_text_that_does_not_fit_is_wrong_usage() {
    let learner = learner(&[]);
    let long = "cat ".repeat(40);
    for (arguments, sentence) in [
        (&[long.as_str()][..], "and a picture shows no more than 32"),
        (&[""], "there is no text to draw"),
        (
            &["The cat", "--layer", "4"],
            "there is no block 4: the model has 4, and the first is 0",
        ),
        (&["The cat", "--cached"], "step 07 has no option `--cached`"),
    ] {
        let (exit, _, errors) = show(&learner, arguments);
        assert_eq!(exit, Some(2), "{errors}");
        assert!(errors.contains(sentence), "{errors}");
    }
    // Outside of the course there is no model.
    let (exit, _, errors) = learner.grade("show", &["The cat"]);
    assert_eq!(exit, Some(2));
    assert!(errors.contains("run this inside the course"), "{errors}");
}
