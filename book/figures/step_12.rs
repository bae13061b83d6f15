//! The figures of step 12. All numbers come from the `solutions` crate, and what is written from the model that comes with the
//! course.

use ndarray::{Array2, ArrayView1, ShapeError, array};
use solutions::step_12::{argmax, generate, pick, probabilities};

use super::bars::{Bar, Chart, Strip, draw_bars, draw_strip};
use super::drawn::drawn;
use super::grid::Grid;
use super::shipped::shipped;
use super::svg::draw;
use super::{Figure, Own};

/// What the page of step 12 shows.
pub(super) const OWN: Own = Own::figures(FIGURES);

const FIGURES: &[(&str, Figure)] = &[
    ("temperatures", temperatures),
    ("pieces", pieces),
    ("window", window),
    ("greedy", greedy),
    ("cool", cool),
    ("hot", hot),
];

/// What all texts begin with.
const PROMPT: &str = "She was";

/// The tokens that are likeliest behind a prompt, at three temperatures.
fn temperatures() -> Result<String, ShapeError> {
    let shipped = shipped();
    let logits = shipped.model.next_token_logits(&shipped.ids("Mr. Darcy"))?;
    let mut order: Vec<usize> = (0..logits.len()).collect();
    order.sort_by(|a, b| logits[*b].total_cmp(&logits[*a]));
    order.truncate(6);
    let chart = |temperature: f32| {
        let all = probabilities(logits.view(), temperature);
        let bars = order.iter().map(|id| (shipped.name(*id), all[*id]));
        let others = 1.0 - order.iter().map(|id| all[*id]).sum::<f32>();
        let bars = bars.chain([("all others".to_owned(), others)]);
        Chart {
            caption: format!("temperature {temperature}"),
            full: 1.0,
            pixels: 90,
            bars: bars
                .map(|(name, value)| Bar {
                    name,
                    value,
                    text: format!("{:.0} %", 100.0 * value),
                })
                .collect(),
        }
    };
    Ok(draw_bars(&[0.5, 1.0, 2.0].map(chart)))
}

/// Probabilities laid end to end, and what two random numbers pick.
fn pieces() -> Result<String, ShapeError> {
    let shares = array![0.2_f32, 0.4, 0.1, 0.3];
    let names = ["a", "dog", "man", "the"];
    let mark = |u: f32| (format!("u = {u}: {}", names[pick(shares.view(), u)]), u);
    Ok(draw_strip(&Strip {
        caption: "four tokens between 0 and 1".to_owned(),
        pieces: names
            .iter()
            .map(|name| (*name).to_owned())
            .zip(shares.iter().copied())
            .collect(),
        marks: vec![mark(0.3), mark(0.9)],
    }))
}

/// What a model of four positions sees of a text that grows.
fn window() -> Result<String, ShapeError> {
    const POSITIONS: usize = 4;
    const PLACES: usize = 7;
    let words = ["the", "cat", "sat", "on", "the", "mat", "and"];
    let lengths: Vec<usize> = (2..=PLACES - 1).collect();
    let first = |length: usize| length.saturating_sub(POSITIONS);
    let caption = "2 to 6 tokens: shaded is what the model sees, in brackets what it sees no more";
    let mut grid = Grid::new(caption, &Array2::<f32>::zeros((lengths.len(), PLACES)), 0)
        .rows(lengths.iter().map(|length| length.to_string()))
        .shaded(|row, place| (first(lengths[row])..lengths[row]).contains(&place));
    for ((row, place), cell) in grid.cells.indexed_iter_mut() {
        let length = lengths[row];
        cell.text = match words[place] {
            word if place < first(length) => format!("({word})"),
            word if place < length => word.to_owned(),
            _ if place == length => "?".to_owned(),
            _ => String::new(),
        };
    }
    Ok(draw(&[grid]))
}

/// A text that the model has written, as a quotation; what it was given is bold.
fn written(
    number: usize,
    choose: impl FnMut(ArrayView1<'_, f32>) -> usize,
) -> Result<String, ShapeError> {
    let shipped = shipped();
    let ids = shipped.ids(PROMPT);
    let all = generate(&shipped.model, &ids, number, choose)?;
    let new = markdown(&shipped.text(&all[ids.len()..]));
    Ok(format!("> **{PROMPT}**{new} …\n"))
}

/// A text in which Markdown and HTML find nothing to act on, inside a quotation.
fn markdown(text: &str) -> String {
    let mut safe = String::new();
    for character in text.trim_end().chars() {
        match character {
            '\n' => safe.push_str("\\\n> "),
            character => {
                if character.is_ascii_punctuation() {
                    safe.push('\\');
                }
                safe.push(character);
            }
        }
    }
    safe
}

/// Always the likeliest token.
fn greedy() -> Result<String, ShapeError> {
    written(40, argmax)
}

/// Random numbers for `pick`, the same in every run.
fn chances(seed: u64) -> impl FnMut() -> f32 {
    let mut drawn = drawn(seed);
    move || ((drawn() + 1.0) / 2.0).min(0.9999)
}

fn by_chance(number: usize, temperature: f32, seed: u64) -> Result<String, ShapeError> {
    let mut u = chances(seed);
    written(number, |logits| {
        pick(probabilities(logits, temperature).view(), u())
    })
}

/// By chance, a little sharper than the model is.
fn cool() -> Result<String, ShapeError> {
    by_chance(60, 0.8, 12)
}

/// By chance, much flatter.
fn hot() -> Result<String, ShapeError> {
    by_chance(20, 2.0, 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temperature_below_1_makes_the_likeliest_likelier() -> Result<(), ShapeError> {
        let temperatures = temperatures()?;
        let first = |text: &str| {
            text.split("aria-label=\"")
                .nth(1)
                .and_then(|text| text.split(", &quot;").next().map(str::to_owned))
        };
        let charts: Vec<_> = temperatures
            .split("temperature ")
            .skip(1)
            .map(first)
            .collect();
        assert_eq!(charts.len(), 3);
        let shares: Vec<f32> = charts
            .iter()
            .flatten()
            .filter_map(|text| text.rsplit(' ').nth(1)?.parse().ok())
            .collect();
        assert_eq!(shares.len(), 3, "{charts:?}");
        assert!(shares[0] > shares[1] && shares[1] > shares[2], "{shares:?}");
        Ok(())
    }

    #[test]
    fn who_always_takes_the_likeliest_repeats_himself() -> Result<(), ShapeError> {
        let greedy = greedy()?;
        let again = markdown("a very good-looking man");
        assert!(greedy.matches(&again).count() > 2, "{greedy}");
        assert_eq!(greedy, super::greedy()?, "no chance is in it");
        let cool = cool()?;
        assert!(
            !cool.contains(&again) && cool.starts_with("> **She was**"),
            "{cool}"
        );
        Ok(())
    }

    #[test]
    fn chances_are_at_least_0_and_below_1() {
        let mut u = chances(1);
        assert!((0..100_000).all(|_| (0.0..1.0).contains(&u())));
    }

    #[test]
    fn the_model_never_sees_more_than_it_has_positions() -> Result<(), ShapeError> {
        let window = window()?;
        assert_eq!(window.matches("cell seen").count(), 2 + 3 + 4 + 4 + 4);
        assert!(
            window.contains("Row 6: (the), (cat), sat, on, the, mat, ?."),
            "{window}"
        );
        Ok(())
    }

    #[test]
    fn a_text_is_no_markdown() {
        assert_eq!(
            markdown("a *b*\n<c> \"d\"\n"),
            "a \\*b\\*\\\n> \\<c\\> \\\"d\\\""
        );
    }
}
