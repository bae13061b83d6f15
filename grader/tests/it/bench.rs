//! How long functions take: what is said of slow ones, and that no point depends on it.

use crate::common::folders::Folder;
use crate::common::{grader, target, with_in};
use grader::steps::Step;

/// Answers to step 07 that are right, and each slow in another way.
const SLOW: [(u8, &str, &str, &str); 5] = [
    (
        1,
        "softmax",
        "let mut weights = scores.to_owned();
        for mut row in weights.rows_mut() {
            let largest = row.fold(f32::NEG_INFINITY, |largest, score| largest.max(*score));
            let power = |score: f32| std::f64::consts::E.powf(f64::from(score - largest)) as f32;
            row.mapv_inplace(|score| power(score) * power(score) / power(score).max(f32::MIN_POSITIVE));
            let sum = row.sum();
            row /= sum;
        }
        weights",
        "take powers",
    ),
    (
        2,
        "attention_scores",
        "let mut scores = Array2::zeros((query.nrows(), key.nrows()));
        for i in 0..query.nrows() {
            for j in 0..key.nrows() {
                for k in 0..query.ncols() {
                    scores[[i, j]] += query[[i, k]] * key[[j, k]];
                }
            }
        }
        scores / (query.ncols() as f32).sqrt()",
        "multiply entry by entry",
    ),
    (
        4,
        "split_qkv",
        "if !qkv.ncols().is_multiple_of(3) {
            return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
        }
        let channels = qkv.ncols() / 3;
        let entry = |part: usize, i: usize, j: usize| {
            let asked = (0..4).map(|_| std::hint::black_box(qkv.get((i, part * channels + j))));
            asked.flatten().copied().last().unwrap_or_default()
        };
        let shape = (qkv.nrows(), channels);
        Ok([0, 1, 2].map(|part| Array2::from_shape_fn(shape, |(i, j)| entry(part, i, j))))",
        "a question for every entry",
    ),
    (
        5,
        "split_heads",
        "let (tokens, channels) = x.dim();
        if n_head == 0 || !channels.is_multiple_of(n_head) {
            return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
        }
        let width = channels / n_head;
        let mut last = Vec::new();
        for _ in 0..4 {
            last = Vec::new();
            (0..n_head).for_each(|head| {
                (0..tokens).for_each(|token| {
                    let row = x.row(token);
                    (0..width).for_each(|channel| last.push(std::hint::black_box(row[head * width + channel])));
                });
            });
        }
        Array3::from_shape_vec((n_head, tokens, width), last)",
        "grow a list one by one",
    ),
    (
        6,
        "merge_heads",
        "let (n_head, tokens, width) = heads.dim();
        let mut merged = Array2::zeros((tokens, n_head * width));
        for token in 0..tokens {
            for head in 0..n_head {
                let all = heads.index_axis(Axis(0), head).to_owned();
                let place = s![token, head * width..(head + 1) * width];
                merged.slice_mut(place).assign(&all.row(token));
            }
        }
        merged",
        "copy inside a loop",
    ),
];

fn bench(folder: &Folder, step: &str) -> (Option<i32>, String) {
    let mut command = grader();
    command
        .current_dir(folder.path())
        .args(["bench", step, "--impl", "."]);
    let output = command.arg("--target-dir").arg(target()).output();
    let output = output.expect("the grader runs");
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8(text).expect("UTF-8"),
    )
}

/// The ratio in the line of a function.
fn ratio(text: &str, function: &str) -> f64 {
    let mut lines = text.lines();
    let line = lines.find(|line| line.split_whitespace().nth(1) == Some(function));
    let line = line.unwrap_or_else(|| panic!("no line for {function}: {text}"));
    let mut words = line.split_whitespace();
    let number = words
        .rfind(|word| word.parse::<f64>().is_ok())
        .expect("a number");
    number.parse().expect("a number")
}

#[test]
#[ignore = "it takes a while; .ci/run runs it"]
fn a_file_that_is_slow_in_five_ways_is_told_all_five() {
    let step = Step::find("07").expect("there is a step 07");
    let answers: Vec<_> = SLOW
        .iter()
        .map(|(task, _, code, _)| (*task, *code))
        .collect();
    let folder = Folder::with("slow", &[("step_07.rs", &with_in(step, &answers))]);
    let untold = |text: &str| {
        let told = |function: &str, says: &str| {
            let mut lines = text.lines().map(str::trim_start);
            let line = lines.find(|line| line.starts_with(&format!("{function}: ")));
            ratio(text, function) >= 1.3 && line.is_some_and(|line| line.contains(says))
        };
        let untold = SLOW
            .iter()
            .filter(|(_, function, _, says)| !told(function, says));
        untold
            .map(|(_, function, ..)| *function)
            .collect::<Vec<_>>()
    };
    // Other tests that run at the same time can slow the reference down for as long as a measurement takes.
    let mut last = None;
    for _ in 0..3 {
        let (exit, text) = bench(&folder, "07");
        assert_eq!(exit, Some(0), "{text}");
        if untold(&text).is_empty() {
            last = None;
            break;
        }
        last = Some(text);
    }
    assert_eq!(last.map(|text| (untold(&text), text)), None);
    let mut check = grader();
    check
        .current_dir(folder.path())
        .args(["check", "07", "--impl", "."]);
    let output = check
        .arg("--target-dir")
        .arg(target())
        .output()
        .expect("the grader runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("100 of 100 points"), "{text}");
}

#[test]
#[ignore = "it takes a while; .ci/run runs it"]
fn what_is_not_there_or_not_right_is_not_measured() {
    let step = Step::find("05").expect("there is a step 05");
    let text = with_in(
        step,
        &[
            (1, "todo!()"),
            (2, "Ok(Array2::zeros((ids.len(), num_classes)))"),
        ],
    );
    let (exit, text) = bench(&Folder::with("unmeasured", &[("step_05.rs", &text)]), "05");
    assert_eq!(exit, Some(0), "{text}");
    assert_eq!(text.matches("not right yet").count(), 2, "{text}");
    let broken = Folder::with("uncompiled", &[("step_05.rs", "fn")]);
    let (exit, text) = bench(&broken, "05");
    assert_eq!(exit, Some(2), "{text}");
    assert!(text.contains("does not compile"), "{text}");
}
