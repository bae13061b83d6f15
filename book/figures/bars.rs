//! Numbers as bars: inline SVG in the look of the matrices, several charts side by side where the page is wide enough. Every
//! bar has its name and its number beside it: no picture needs colours or eyes to be read.

use grader::svg::{escape, label};

/// A chart of bars.
pub(super) struct Chart {
    pub(super) caption: String,
    /// What fills a whole line.
    pub(super) full: f32,
    /// How many pixels that is. Names, bars and numbers together must fit a phone.
    pub(super) pixels: usize,
    pub(super) bars: Vec<Bar>,
}

/// One number.
pub(super) struct Bar {
    pub(super) name: String,
    pub(super) value: f32,
    /// The number as it is written.
    pub(super) text: String,
}

/// What lies between 0 and 1, cut into pieces.
pub(super) struct Strip {
    pub(super) caption: String,
    /// The pieces from left to right, and what they are called.
    pub(super) pieces: Vec<(String, f32)>,
    /// The places that are marked, and what is written below them.
    pub(super) marks: Vec<(String, f32)>,
}

/// The height of a line, and of the bar in it.
const LINE: usize = 26;
const HEIGHT: usize = 18;
/// The width of a character of the monospaced font at 14 pixels, rounded up.
const CHARACTER: usize = 9;
const GAP: usize = 8;
/// What is free around everything.
const MARGIN: usize = 3;
/// The length of a strip: on a phone its letters are still large enough.
const LENGTH: usize = 420;
/// What is free on both sides of a strip, for the numbers at its ends.
const SIDE: usize = 10;

/// The charts side by side, where the page is wide enough.
pub(super) fn draw_bars(charts: &[Chart]) -> String {
    let pictures: String = charts
        .iter()
        .map(|chart| boxed(&chart.caption, &bars(chart)))
        .collect();
    format!("<figure class=\"matrices\">\n{pictures}</figure>\n")
}

/// A strip as long as the page of a phone.
pub(super) fn draw_strip(strip: &Strip) -> String {
    let picture = boxed(&strip.caption, &pieces(strip));
    format!("<figure class=\"matrices\">\n{picture}</figure>\n")
}

fn boxed(caption: &str, picture: &str) -> String {
    let caption = escape(caption);
    format!("<div class=\"matrix\">\n<p class=\"matrix-caption\">{caption}</p>\n{picture}</div>\n")
}

fn svg([width, height]: [usize; 2], description: &str, lines: &[String]) -> String {
    format!(
        "<svg class=\"grid\" role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         aria-label=\"{}\">\n{}\n</svg>\n",
        escape(description),
        lines.join("\n")
    )
}

fn rectangle(class: &str, [x, y]: [usize; 2], [width, height]: [usize; 2]) -> String {
    format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
}

/// The width of the longest of these texts.
fn widest<'a>(texts: impl Iterator<Item = &'a String>) -> usize {
    texts.map(|text| text.chars().count()).max().unwrap_or(0) * CHARACTER
}

fn bars(chart: &Chart) -> String {
    let start = MARGIN + widest(chart.bars.iter().map(|bar| &bar.name)) + GAP;
    let mut lines = Vec::new();
    let mut right = start;
    for (index, bar) in chart.bars.iter().enumerate() {
        let top = MARGIN + index * LINE;
        let share = (bar.value / chart.full).clamp(0.0, 1.0);
        // Nothing would be taken for a bar that is missing.
        let width = ((share * chart.pixels as f32) as usize).max(2);
        let after = start + width + GAP;
        lines.push(label("label", "end", [start - GAP, top + 14], &bar.name));
        lines.push(rectangle("cell weight", [start, top], [width, HEIGHT]));
        lines.push(label("label", "start", [after, top + 14], &bar.text));
        right = right.max(after + bar.text.chars().count() * CHARACTER);
    }
    let size = [right + MARGIN, 2 * MARGIN + chart.bars.len() * LINE];
    let told = chart
        .bars
        .iter()
        .map(|bar| format!("{}: {}", bar.name, bar.text));
    svg(size, &told.collect::<Vec<_>>().join(", "), &lines)
}

fn pieces(strip: &Strip) -> String {
    let place = |at: f32| SIDE + (at * LENGTH as f32) as usize;
    let (top, tall) = (MARGIN + 20, 34);
    let mut lines = Vec::new();
    let mut told = Vec::new();
    let mut from = 0.0;
    let mut ends = vec![0.0];
    for (index, (name, share)) in strip.pieces.iter().enumerate() {
        let (left, right) = (place(from), place(from + share));
        let class = if index % 2 == 0 { "cell seen" } else { "cell" };
        lines.push(rectangle(class, [left, top], [right - left, tall]));
        lines.push(label(
            "value",
            "middle",
            [(left + right) / 2, top + 22],
            name,
        ));
        told.push(format!("{name} from {from:.2} to {:.2}", from + share));
        from += share;
        ends.push(from);
    }
    for end in ends {
        lines.push(label("label", "middle", [place(end), top - 6], &short(end)));
    }
    for (name, at) in &strip.marks {
        let x = place(*at);
        for class in ["halo", "mark"] {
            lines.push(format!(
                "<path class=\"{class}\" d=\"M{x} {}L{x} {}\"/>",
                top - 2,
                top + tall + 10
            ));
        }
        lines.push(label("label", "middle", [x, top + tall + 26], name));
        told.push(format!("{name} falls on {at:.2}"));
    }
    svg(
        [LENGTH + 2 * SIDE, top + tall + 34],
        &told.join(", "),
        &lines,
    )
}

/// A number with as many decimals as it needs, two at most.
fn short(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(name: &str, value: f32) -> Bar {
        let (name, text) = (name.to_owned(), value.to_string());
        Bar { name, value, text }
    }

    #[test]
    fn a_bar_is_as_long_as_its_number_says_and_told_in_words() {
        let text = draw_bars(&[Chart {
            caption: "a < b".to_owned(),
            full: 2.0,
            pixels: 100,
            bars: vec![bar("one", 1.0), bar("none", 0.0), bar("more", 9.0)],
        }]);
        for expected in [
            "width=\"50\"",
            "width=\"2\"",
            "width=\"100\"",
            "one: 1, none: 0, more: 9",
            "a &lt; b",
        ] {
            assert!(text.contains(expected), "{expected}: {text}");
        }
        assert!(text.lines().all(|line| !line.trim().is_empty()), "{text}");
    }

    #[test]
    fn the_pieces_of_a_strip_lie_end_to_end() {
        let text = draw_strip(&Strip {
            caption: String::new(),
            pieces: vec![
                ("a".to_owned(), 0.5),
                ("b".to_owned(), 0.25),
                ("c".to_owned(), 0.25),
            ],
            marks: vec![("u".to_owned(), 0.6)],
        });
        assert!(
            text.contains(
                "a from 0.00 to 0.50, b from 0.50 to 0.75, c from 0.75 to 1.00, u falls on 0.60"
            ),
            "{text}"
        );
        let lefts = [0.0, 0.5, 0.75]
            .map(|at| format!("x=\"{}\" y=\"23\"", SIDE as f32 + at * LENGTH as f32));
        assert!(lefts.iter().all(|left| text.contains(left)), "{text}");
    }
}
