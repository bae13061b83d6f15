//! A mask as one SVG file, which needs no other file and reads in light and dark. All lengths are in pixels.

use super::attention::{FORMULA, masked, softmax};
use super::{Effect, Matrix, Picture, effect, number, weight};
use crate::svg::{escape, label};

/// The height of a cell.
const HEIGHT: usize = 30;
/// The width of one character of the font, rounded up.
const CHARACTER: usize = 9;
/// What is left of the first column.
const LEFT: usize = 72;
/// What is above the first row: the title, the name of the axis and its numbers.
const TOP: usize = MARGIN + 3 * LINE;
/// The height of a line of text.
const LINE: usize = 26;
/// The space around everything.
const MARGIN: usize = 16;

/// Every colour twice; whoever takes the picture into a page gets no rules for the rest of the page.
const STYLE: &str = "
    .grader-mask { color-scheme: light dark; color: #1f2328; font: 14px ui-monospace, Menlo, Consolas, monospace; }
    .grader-mask text { fill: currentColor; }
    .grader-mask .title { font-weight: bold; }
    .grader-mask .paper { fill: #ffffff; }
    .grader-mask .cell { stroke: currentColor; stroke-opacity: 0.35; }
    .grader-mask .seen { fill: #cfe8ff; }
    .grader-mask .blocked { fill: #e4e4e9; }
    .grader-mask .other { fill: #ffdf9e; }
    .grader-mask .weight { fill: #6db3f8; }
    @media (prefers-color-scheme: dark) {
      .grader-mask { color: #e6edf3; }
      .grader-mask .paper { fill: #0d1117; }
      .grader-mask .seen { fill: #1b4b7d; }
      .grader-mask .blocked { fill: #262c36; }
      .grader-mask .other { fill: #6b4700; }
      .grader-mask .weight { fill: #2a66a5; }
    }
  ";

pub(super) fn draw(picture: &Picture) -> String {
    let mask = &picture.mask;
    let weights = picture.softmax.then(|| softmax(&masked(mask)));
    let title = if picture.softmax {
        format!("softmax of scores + {}", picture.call)
    } else {
        picture.call.clone()
    };
    let notes = notes(picture);
    let texts: Vec<String> = places(mask)
        .map(|(i, j)| match &weights {
            Some(weights) => weight(weights.entry(i, j)),
            None => number(mask.entry(i, j)),
        })
        .collect();
    let longest = texts.iter().map(|text| text.chars().count()).max();
    let grid = Grid {
        rows: mask.rows,
        columns: mask.columns,
        width: longest.unwrap_or(0).max(3) * CHARACTER + 10,
    };

    let lines = notes.iter().map(|(_, line)| line.chars().count() + 3);
    let line = lines.chain([title.chars().count()]).max().unwrap_or(0);
    let width = grid.right().max(MARGIN + line * CHARACTER) + MARGIN;
    let height = grid.bottom() + LINE / 2 + notes.len() * LINE + MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"grader-mask\" role=\"img\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n  \
         <title>{}</title>\n  <desc>{}</desc>\n  <style>{STYLE}</style>\n",
        escape(&title),
        escape(&describe(picture)),
    );
    let mut elements = vec![
        "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>".to_owned(),
        label("title", "start", [MARGIN, MARGIN + LINE / 2], &title),
    ];
    match mask.empty() {
        Some(empty) => elements.push(label("note", "start", [MARGIN, TOP - LINE], &empty)),
        None => grid.axes(&mut elements),
    }
    for ((i, j), text) in places(mask).zip(&texts) {
        let shade = weights.as_ref().map(|weights| weights.entry(i, j));
        let class = match (shade, effect(mask.entry(i, j))) {
            (Some(shade), _) if shade.is_nan() => "other\"".to_owned(),
            (Some(shade), Effect::Seen | Effect::Other) => {
                format!("weight\" fill-opacity=\"{shade:.2}\"")
            }
            (_, effect) => format!("{}\"", class(effect)),
        };
        grid.cell([i, j], &class, text, &mut elements);
    }
    for (number, (class, text)) in notes.iter().enumerate() {
        let y = grid.bottom() + LINE / 2 + (number + 1) * LINE;
        let mut x = MARGIN;
        if let Some(class) = class {
            let place = format!("x=\"{x}\" y=\"{}\" width=\"16\" height=\"16\"", y - 12);
            elements.push(format!("<rect class=\"cell {class}\" {place}/>"));
            x += LINE;
        }
        elements.push(label("note", "start", [x, y], text));
    }
    for element in elements {
        svg.push_str(&format!("  {element}\n"));
    }
    svg.push_str("</svg>\n");
    svg
}

/// Where everything of the matrix stands.
struct Grid {
    rows: usize,
    columns: usize,
    width: usize,
}

impl Grid {
    fn right(&self) -> usize {
        LEFT + self.columns * self.width
    }

    fn bottom(&self) -> usize {
        TOP + self.rows * HEIGHT
    }

    /// The middle of a cell, where its text stands.
    fn middle(&self, [i, j]: [usize; 2]) -> [usize; 2] {
        [
            LEFT + j * self.width + self.width / 2,
            TOP + i * HEIGHT + HEIGHT / 2 + 5,
        ]
    }

    /// The names of both axes and the numbers along them.
    fn axes(&self, elements: &mut Vec<String>) {
        let [x, y] = [(LEFT + self.right()) / 2, (TOP + self.bottom()) / 2];
        elements.push(label("axis", "middle", [x, TOP - LINE - 10], "key"));
        let turned = label("axis", "middle", [0, 0], "query");
        elements.push(format!(
            "<g transform=\"translate({} {y}) rotate(-90)\">{turned}</g>",
            MARGIN + 8
        ));
        for j in 0..self.columns {
            let place = [self.middle([0, j])[0], TOP - 10];
            elements.push(label("key", "middle", place, &j.to_string()));
        }
        for i in 0..self.rows {
            let place = [LEFT - 8, self.middle([i, 0])[1]];
            elements.push(label("query", "end", place, &i.to_string()));
        }
    }

    /// A cell with its text; `class` is the rest of the attribute and what follows it.
    fn cell(&self, [i, j]: [usize; 2], class: &str, text: &str, elements: &mut Vec<String>) {
        let (x, y, width) = (LEFT + j * self.width, TOP + i * HEIGHT, self.width);
        elements.push(format!(
            "<rect class=\"cell {class} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\"/>"
        ));
        elements.push(label("value", "middle", self.middle([i, j]), text));
    }
}

fn places(mask: &Matrix) -> impl Iterator<Item = (usize, usize)> {
    let columns = mask.columns;
    (0..mask.rows).flat_map(move |i| (0..columns).map(move |j| (i, j)))
}

/// The lines below the matrix, some of them with a colour that they explain.
fn notes(picture: &Picture) -> Vec<(Option<&'static str>, String)> {
    let has = |wanted: Effect| {
        let mut entries = picture.mask.entries.iter();
        entries.any(|&entry| effect(entry) == wanted)
    };
    if picture.softmax {
        let blocked = has(Effect::Blocked).then(|| {
            let text = "-inf was added to the score";
            (Some(class(Effect::Blocked)), text.to_owned())
        });
        let scores = (None, format!("scores: {FORMULA}"));
        return blocked.into_iter().chain([scores]).collect();
    }
    let legend = [
        (Effect::Seen, "0: the query may look at the key"),
        (Effect::Blocked, "-inf: it may not"),
        (Effect::Other, "another value"),
    ];
    let shown = legend.into_iter().filter(|(effect, _)| has(*effect));
    shown
        .map(|(effect, text)| (Some(class(effect)), text.to_owned()))
        .collect()
}

/// What the picture shows, for those who do not see it.
fn describe(picture: &Picture) -> String {
    let Matrix { rows, columns, .. } = picture.mask;
    let meaning = if picture.softmax {
        "Each cell has the weight that the query gives to the key."
    } else {
        "Each cell has what is added to the score of the query and the key: 0 where the query may look at the key, -inf where it may not."
    };
    format!(
        "A matrix with a row for each query and a column for each key, of shape ({rows}, {columns}). {meaning}"
    )
}

fn class(effect: Effect) -> &'static str {
    match effect {
        Effect::Seen => "seen",
        Effect::Blocked => "blocked",
        Effect::Other => "other",
    }
}
