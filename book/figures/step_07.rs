//! The figures of step 07. All numbers come from the `solutions` crate.

use ndarray::{Array2, Array3, ArrayView2, Axis, ShapeError, array};
use solutions::step_02::causal_mask;
use solutions::step_07::{attention, attention_scores, merge_heads, softmax, split_heads};

use super::grid::{Grid, grouped};
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 07 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("scores", scores),
    ("weights", weights),
    ("large", large),
    ("divided", divided),
    ("two", two),
    ("split", split),
    ("straight", straight),
    ("sizes", sizes),
];

/// A text whose last word means an earlier one.
const WORDS: [&str; 4] = ["a", "dog", "runs", "it"];

/// Queries and keys of the first head: the first channel asks for a noun, and says how much of one a token is.
fn noun() -> [Array2<f32>; 2] {
    [
        array![[0.0, 0.0], [0.0, 1.0], [2.0, 0.0], [3.0, 0.0]],
        array![[0.0, 1.0], [2.0, 0.0], [0.0, 0.5], [0.5, 0.0]],
    ]
}

/// Those of the second: every token asks for the place before its own, by an angle that goes on with the place.
fn before() -> [Array2<f32>; 2] {
    let turned = |back: f32| {
        Array2::from_shape_fn((WORDS.len(), 2), |(place, channel)| {
            let angle = 1.2 * (place as f32 - back);
            3.0 * if channel == 0 {
                angle.cos()
            } else {
                angle.sin()
            }
        })
    };
    [turned(1.0), turned(0.0)]
}

/// What there is to take.
fn values() -> Array2<f32> {
    array![[0.0, 1.0], [8.0, 0.0], [0.0, 4.0], [2.0, 2.0]]
}

fn mask() -> Result<Array2<f32>, ShapeError> {
    causal_mask(WORDS.len(), 0)
}

/// A matrix whose rows and columns are tokens.
fn among(grid: Grid) -> Grid {
    grid.rows(WORDS).columns(WORDS).axes("query", "key")
}

/// From queries and keys to scores.
fn scores() -> Result<String, ShapeError> {
    let [query, key] = noun();
    let scores = attention_scores(query.view(), key.view());
    let channels = |grid: Grid| grid.rows(WORDS).columns(["noun", "other"]);
    Ok(draw(&[
        channels(Grid::new("queries: what is looked for", &query, 0)),
        channels(Grid::new("keys: what is there", &key, 1)),
        among(Grid::new("scores", &scores, 1)),
    ]))
}

/// From scores to what is taken.
fn weights() -> Result<String, ShapeError> {
    let [query, key] = noun();
    let (mask, values) = (mask()?, values());
    let masked = attention_scores(query.view(), key.view()) + &mask;
    let taken = attention(query.view(), key.view(), values.view(), mask.view());
    let channels = |grid: Grid| grid.rows(WORDS).columns(["animal", "deed"]);
    Ok(draw(&[
        among(Grid::new("scores and mask", &masked, 1)),
        among(Grid::weights("weights", &softmax(masked.view()))),
        channels(Grid::new("values: what can be taken", &values, 0)),
        channels(Grid::new("what is taken", &taken, 1)),
    ]))
}

/// Softmax as it is written on paper.
fn on_paper(scores: ArrayView2<'_, f32>) -> Array2<f32> {
    let powers = scores.mapv(f32::exp);
    let sums = powers.sum_axis(Axis(1)).insert_axis(Axis(1));
    powers / sums
}

/// Rows of scores that differ in nothing but where they lie.
fn large() -> Result<String, ShapeError> {
    let mut text =
        String::from("| scores | as on paper | with the largest subtracted |\n|---|---|---|\n");
    for offset in [0.0, 80.0, 100.0, -120.0] {
        let scores = array![[offset, offset + 1.0, offset + 2.0]];
        let list = |row: &Array2<f32>, decimals: usize| {
            let numbers = row.iter().map(|number| format!("{number:.decimals$}"));
            numbers.collect::<Vec<_>>().join(", ")
        };
        text.push_str(&format!(
            "| {} | {} | {} |\n",
            list(&scores, 0),
            list(&on_paper(scores.view()), 3),
            list(&softmax(scores.view()), 3)
        ));
    }
    Ok(text)
}

/// Numbers of no pattern, about 1 in size and as often below 0 as above.
fn unruly(rows: usize, columns: usize, start: u32) -> Array2<f32> {
    let mut state = start;
    Array2::from_shape_simple_fn((rows, columns), || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (f64::from(state) / f64::from(u32::MAX) * 2.0 - 1.0) as f32 * 3.0_f32.sqrt()
    })
}

/// What the root does, for more and more channels.
fn divided() -> Result<String, ShapeError> {
    const TOKENS: usize = 64;
    let mut text = String::from(
        "| channels | a usual score, not divided | the largest weight then | divided by the root | the largest weight then |\n\
         |--:|--:|--:|--:|--:|\n",
    );
    for channels in [4, 16, 64, 256] {
        let (query, key) = (unruly(TOKENS, channels, 7), unruly(TOKENS, channels, 8));
        let scores = attention_scores(query.view(), key.view());
        let usual = |scores: &Array2<f32>| {
            scores
                .mapv(|score| score * score)
                .mean()
                .unwrap_or(0.0)
                .sqrt()
        };
        let largest = |scores: &Array2<f32>| {
            let weights = softmax(scores.view());
            let largest = weights.map_axis(Axis(1), |row| row.fold(0.0_f32, |a, b| a.max(*b)));
            100.0 * largest.mean().unwrap_or(0.0)
        };
        let whole = &scores * (channels as f32).sqrt();
        text.push_str(&format!(
            "| {channels} | {:.1} | {:.0} % | {:.1} | {:.0} % |\n",
            usual(&whole),
            largest(&whole),
            usual(&scores),
            largest(&scores)
        ));
    }
    Ok(text)
}

/// Two heads at the same text.
fn two() -> Result<String, ShapeError> {
    let mask = mask()?;
    let weights = |[query, key]: [Array2<f32>; 2]| {
        softmax((attention_scores(query.view(), key.view()) + &mask).view())
    };
    Ok(draw(&[
        among(Grid::weights(
            "a head that looks for nouns",
            &weights(noun()),
        )),
        among(Grid::weights(
            "a head that looks one back",
            &weights(before()),
        )),
    ]))
}

/// Tokens whose entries say where they stand.
fn counted() -> Array2<f32> {
    Array2::from_shape_fn((3, 4), |(token, channel)| {
        (10 * (token + 1) + channel) as f32
    })
}

fn tokens(grid: Grid) -> Grid {
    grid.rows((0..3).map(|token| format!("token {token}")))
}

fn head(heads: &Array3<f32>, number: usize) -> Array2<f32> {
    heads.index_axis(Axis(0), number).to_owned()
}

/// Four channels, two heads, and back.
fn split() -> Result<String, ShapeError> {
    let x = counted();
    let heads = split_heads(x.view(), 2)?;
    let merged = merge_heads(heads.view());
    let second = |grid: Grid| grid.shaded(|_, channel| channel > 1);
    Ok(draw(&[
        second(tokens(Grid::new("channels of three tokens", &x, 0))),
        tokens(Grid::new("head 0", &head(&heads, 0), 0)),
        tokens(Grid::new("head 1", &head(&heads, 1), 0)).shaded(|_, _| true),
        second(tokens(Grid::new("merged", &merged, 0))),
    ]))
}

/// What a mere reshape makes of them.
fn straight() -> Result<String, ShapeError> {
    let x = counted();
    let heads = x.to_shape((2, 3, 2))?.to_owned();
    let right = split_heads(x.view(), 2)?;
    let grid = |number| {
        let (wrong, right) = (head(&heads, number), head(&right, number));
        let differ = wrong
            .indexed_iter()
            .filter(|(at, entry)| right[*at] != **entry);
        let differ: Vec<_> = differ.map(|(at, _)| at).collect();
        let caption = format!("head {number}, only reshaped");
        tokens(Grid::new(&caption, &wrong, 0)).marked(differ)
    };
    Ok(draw(&[grid(0), grid(1)]))
}

/// What attention has learned, and what it computes, in GPT-2.
fn sizes() -> Result<String, ShapeError> {
    const CHANNELS: usize = 768;
    const HEADS: usize = 12;
    const TOKENS: usize = 1024;
    let linear = |outputs: usize| CHANNELS * outputs + outputs;
    Ok(format!(
        "| what | shape | numbers |\n|---|---|--:|\n\
         | `c_attn` | ({CHANNELS}, {}) and ({}) | {} |\n\
         | `c_proj` | ({CHANNELS}, {CHANNELS}) and ({CHANNELS}) | {} |\n\
         | scores of {TOKENS} tokens | ({HEADS}, {TOKENS}, {TOKENS}) | {} |\n",
        3 * CHANNELS,
        3 * CHANNELS,
        grouped(linear(3 * CHANNELS)),
        grouped(linear(CHANNELS)),
        grouped(HEADS * TOKENS * TOKENS)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_means_the_dog() -> Result<(), ShapeError> {
        let [query, key] = noun();
        let mask = mask()?;
        let weights = softmax((attention_scores(query.view(), key.view()) + &mask).view());
        assert!(weights[[3, 1]] > 0.8, "{weights}");
        let [query, key] = before();
        let weights = softmax((attention_scores(query.view(), key.view()) + &mask).view());
        for place in 1..WORDS.len() {
            assert!(weights[[place, place - 1]] > 0.8, "{weights}");
        }
        Ok(())
    }

    #[test]
    fn on_paper_large_scores_are_no_numbers() -> Result<(), ShapeError> {
        let large = large()?;
        assert_eq!(large.matches("NaN, NaN, NaN").count(), 2, "{large}");
        assert_eq!(
            large.matches("| 0.090, 0.245, 0.665 |\n").count(),
            4,
            "{large}"
        );
        Ok(())
    }

    #[test]
    fn the_root_keeps_scores_as_they_are() -> Result<(), ShapeError> {
        let divided = divided()?;
        assert_eq!(divided.matches("| 1.0 |").count(), 3, "{divided}");
        Ok(())
    }

    #[test]
    fn a_reshape_moves_what_it_should_not() -> Result<(), ShapeError> {
        assert!(straight()?.contains("\"mark\""));
        Ok(())
    }
}
