//! The figures of the page "What it costs", from what the benchmark saved: `cargo bench --package solutions -- --save`, and
//! `others.py` beside it.

use ndarray::ShapeError;

/// What the benchmark saved: lines of tab-separated values.
const SAVED: &str = include_str!("costs.tsv");

/// One way to do something, as it was measured.
#[derive(Debug, PartialEq)]
struct Row<'a> {
    step: &'a str,
    what: &'a str,
    size: &'a str,
    way: &'a str,
    seconds: f64,
    /// How many times longer than the first way of the same thing, which is its limit.
    ratio: f64,
}

/// The rows of what was saved. A line with fewer values says where it was measured.
fn rows(saved: &str) -> impl Iterator<Item = Row<'_>> {
    saved.lines().filter_map(|line| {
        let values: Vec<&str> = line.split('\t').collect();
        let &[step, what, size, way, seconds, ratio] = values.as_slice() else {
            return None;
        };
        Some(Row {
            step,
            what,
            size,
            way,
            seconds: seconds.parse().ok()?,
            ratio: ratio.parse().ok()?,
        })
    })
}

/// The cases of what was saved, each with all its ways, the limit first. What another program measured stands elsewhere
/// in the file.
fn cases(saved: &str) -> Vec<Vec<Row<'_>>> {
    let mut cases: Vec<Vec<Row<'_>>> = Vec::new();
    for row in rows(saved) {
        let name = |row: &Row<'_>| format!("{} {} {}", row.step, row.what, row.size);
        match cases.iter_mut().find(|case| name(&case[0]) == name(&row)) {
            Some(case) => case.push(row),
            None => cases.push(vec![row]),
        }
    }
    cases
}

/// A time in the unit that suits it.
fn time(seconds: f64) -> String {
    match seconds {
        1.0.. => format!("{seconds:.2} s"),
        1e-3.. => format!("{:.1} ms", seconds * 1e3),
        _ => format!("{:.1} µs", seconds * 1e6),
    }
}

/// When, where and by which compiler.
pub(super) fn machine() -> Result<String, ShapeError> {
    let said = |name: &str| {
        let mut lines = SAVED.lines().filter_map(|line| line.split_once('\t'));
        lines
            .find(|(key, _)| *key == name)
            .map_or("?", |(_, value)| value)
    };
    let (date, processor, compiler) = (said("date"), said("processor"), said("compiler"));
    Ok(format!(
        "Measured on {date} with {compiler}, on a processor that calls itself {processor}.\n"
    ))
}

/// What a mask takes, in every dtype and size, beside filling the same memory.
pub(super) fn masks() -> Result<String, ShapeError> {
    let ways = [
        "reference",
        "definition",
        "from_shape_fn",
        "ndarray triu",
        "NumPy full",
        "NumPy triu",
        "PyTorch triu",
        "candle",
    ];
    let mut text = format!(
        "| mask | a fill | {} |\n|---|--:|{}\n",
        ways.join(" | "),
        "--:|".repeat(ways.len())
    );
    for case in cases(SAVED)
        .iter()
        .filter(|case| case[0].what == "causal_mask")
    {
        let ratio = |way: &&str| match case.iter().find(|row| row.way == *way) {
            Some(row) => format!("{:.2}", row.ratio),
            None => "–".to_owned(),
        };
        let ratios = ways.iter().map(ratio).collect::<Vec<_>>().join(" | ");
        text += &format!(
            "| {} | {} | {ratios} |\n",
            case[0].size,
            time(case[0].seconds)
        );
    }
    Ok(text)
}

/// What everything else takes, beside its limit.
pub(super) fn layers() -> Result<String, ShapeError> {
    let mut text = String::from(
        "| step | what | size | limit | its time | reference | other ways |\n|---|---|---|---|--:|--:|---|\n",
    );
    for case in cases(SAVED)
        .iter()
        .filter(|case| case[0].what != "causal_mask")
    {
        let Row {
            step,
            what,
            size,
            way,
            seconds,
            ..
        } = case[0];
        let reference = case.iter().find(|row| row.way == "reference");
        let reference = reference.map_or("–".to_owned(), |row| format!("{:.2}", row.ratio));
        let others = case[1..].iter().filter(|row| row.way != "reference");
        let others = others.map(|row| format!("{} {:.2}", row.way, row.ratio));
        let others = others.collect::<Vec<_>>().join(", ");
        text += &format!(
            "| [{step}](step_{step}.md) | {what} | {size} | {way} | {} | {reference} | {others} |\n",
            time(seconds)
        );
    }
    Ok(text)
}

/// How much memory the masks of longer and longer texts take in f32.
pub(super) fn memory() -> Result<String, ShapeError> {
    let mut text = String::from(
        "| tokens L | L · L entries of `f32` | L entries of `f32`: one number for each query |\n|--:|--:|--:|\n",
    );
    for tokens in [64_u64, 1024, 8192, 131_072, 1_048_576] {
        let (mask, row) = (size(4 * tokens * tokens), size(4 * tokens));
        text += &format!("| {tokens} | {mask} | {row} |\n");
    }
    Ok(text)
}

/// A number of bytes, a power of two in all tables here.
fn size(bytes: u64) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"];
    let unit = (bytes.max(1).ilog2() / 10).min(4);
    format!("{} {}", bytes >> (10 * unit), units[unit as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_that_computes_is_measured_beside_its_limit() {
        let cases = cases(SAVED);
        for step in grader_steps() {
            let of_step = cases.iter().filter(|case| case[0].step == step);
            let measured = of_step.map(|case| {
                assert!(
                    (case[0].ratio - 1.0).abs() < 1e-9,
                    "{:?} is no limit",
                    case[0]
                );
                assert!(
                    case.iter().any(|row| row.way == "reference"),
                    "{:?}",
                    case[0]
                );
            });
            assert!(measured.count() > 0, "step {step} is not measured");
        }
        let rows = rows(SAVED).count();
        let lines = SAVED
            .lines()
            .filter(|line| line.matches('\t').count() > 1)
            .count();
        assert_eq!(rows, lines, "a line was not understood");
    }

    /// All but step 01, which computes nothing.
    fn grader_steps() -> impl Iterator<Item = String> {
        let steps = ::grader::steps::STEPS.iter().filter(|step| step.number > 1);
        steps.map(|step| format!("{:02}", step.number))
    }

    #[test]
    fn masks_have_a_line_for_every_dtype_and_size() -> Result<(), ShapeError> {
        let masks = masks()?;
        for dtype in ["f16", "bf16", "f32", "f64"] {
            for size in [64, 1024, 4096, 8192] {
                assert!(
                    masks.contains(&format!("\n| {dtype} {size} | ")),
                    "{dtype} {size}"
                );
            }
        }
        assert!(!machine()?.contains('?'));
        Ok(())
    }

    #[test]
    fn what_others_measured_joins_its_case() {
        let saved = "date\ttoday\n02\ta\t1\tfill\t2e-6\t1.00\n03\tb\t1\tcopy\t1\t1.00\n02\ta\t1\tNumPy\t4e-6\t2.00\n";
        let ways: Vec<Vec<&str>> = cases(saved)
            .iter()
            .map(|case| case.iter().map(|row| row.way).collect())
            .collect();
        assert_eq!(ways, [vec!["fill", "NumPy"], vec!["copy"]]);
    }

    #[test]
    fn times_and_sizes_have_their_units() {
        assert_eq!(
            [2.5, 0.0123, 4.56e-6].map(time),
            ["2.50 s", "12.3 ms", "4.6 µs"]
        );
        assert_eq!(
            [0, 1023, 1024, 4 << 34, 4 << 40].map(size),
            ["0 B", "1023 B", "1 KiB", "64 GiB", "4 TiB"]
        );
    }
}
