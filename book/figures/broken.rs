//! What mistakes do to the small model: their losses as bars, and what they have it write. `grader generate --break` made
//! the values; a test of the grader's makes them anew and compares.

use grader::steps::{Family, Step};
use ndarray::ShapeError;
use serde_json::Value as Json;

use super::bars::{Bar, Chart, draw_bars};
use super::mistakes::page_name;

const BROKEN: &str = include_str!("broken.json");

/// A model with a mistake, or the right one.
struct Model {
    id: String,
    step: String,
    title: String,
    text: String,
    loss: f64,
}

/// The right one first.
fn models() -> Vec<Model> {
    let all: Json = serde_json::from_str(BROKEN).unwrap_or_default();
    let model = |json: &Json| {
        let text = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
        Model {
            id: text("id"),
            step: text("step"),
            title: text("title"),
            text: text("text"),
            loss: json["loss"].as_f64().unwrap_or(f64::NAN),
        }
    };
    all.as_array().into_iter().flatten().map(model).collect()
}

/// How surprised each is by a page that none of them has read, from the least to the most.
pub(super) fn losses() -> Result<String, ShapeError> {
    let bar = |model: &Model| Bar {
        name: match model.id.as_str() {
            "" => "right".to_owned(),
            id => id.to_owned(),
        },
        value: model.loss as f32,
        text: format!("{:.2}", model.loss),
    };
    let mut bars: Vec<_> = models().iter().map(bar).collect();
    bars.sort_by(|a, b| a.value.total_cmp(&b.value));
    let full = bars.last().map_or(1.0, |bar| bar.value);
    Ok(draw_bars(&[Chart {
        caption: "loss on a page that was not read".to_owned(),
        full,
        pixels: 180,
        bars,
    }]))
}

/// What each of them writes with the same prompt and the same random numbers.
pub(super) fn texts() -> Result<String, ShapeError> {
    let mut page = String::new();
    for model in models() {
        let Model {
            id,
            step,
            title,
            text,
            loss,
        } = &model;
        let head = match id.as_str() {
            "" => "**Right**".to_owned(),
            id => match page_of(step, id) {
                Some(page) => format!("**[{id}]({page}.md#{id})**: {title}"),
                // The catalogue has mistakes that people make; nobody invents a head.
                None => format!("**{id}**: {title}"),
            },
        };
        // As it is: signs in it mean nothing here.
        let text = wrapped(text);
        page.push_str(&format!(
            "{head} (loss {loss:.2})\n\n~~~text\n{text}\n~~~\n\n"
        ));
    }
    Ok(page)
}

/// The page of the catalogue that a mistake of a step is on.
fn page_of(step: &str, id: &str) -> Option<String> {
    let step = Step::find(step)?;
    let has = |family: &Family| family.mistakes.iter().any(|mistake| mistake.id == id);
    let family = step.families().find(has)?;
    Some(page_name(step, &family))
}

/// The same in lines that fit on a page.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 72;
    let mut whole = String::new();
    for line in text.lines() {
        let mut length = 0;
        for word in line.split_inclusive(' ') {
            let count = word.chars().count();
            if length + count > WIDTH && length > 0 {
                whole.push('\n');
                length = 0;
            }
            whole.push_str(word);
            length += count;
        }
        whole.push('\n');
    }
    whole.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mistake_makes_the_model_worse_or_changes_its_text() {
        let models = models();
        let (right, wrong) = models.split_first().expect("the right one");
        assert!(right.id.is_empty() && right.loss < 3.2);
        assert!(wrong.len() >= 7);
        for model in wrong {
            let differs = model.loss > right.loss || model.text != right.text;
            assert!(differs, "{}", model.id);
        }
    }

    #[test]
    fn long_lines_are_broken_between_words() {
        let wrapped = wrapped(&"word ".repeat(40));
        assert!(wrapped.lines().all(|line| line.chars().count() <= 72));
        assert_eq!(wrapped.lines().count(), 3);
    }
}
