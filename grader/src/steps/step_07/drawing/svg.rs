//! The weights of heads as one SVG file, which needs no other file and reads in light and dark. All lengths are in pixels.

use super::{Head, Picture, ROWS};
use crate::svg::{escape, label};

/// The height of a cell.
const HEIGHT: usize = 30;
/// The width of one character of the font, rounded up.
const CHARACTER: usize = 9;
/// The height of a line of text.
const LINE: usize = 26;
/// The space around everything, and between two heads.
const MARGIN: usize = 16;
/// Two heads stand beside each other, or all four where they are not wider than this together.
const PAGE: usize = 1200;

/// Every colour twice; whoever takes the picture into a page gets no rules for the rest of the page.
const STYLE: &str = "
    .grader-attention { color-scheme: light dark; color: #1f2328; font: 14px ui-monospace, Menlo, Consolas, monospace; }
    .grader-attention text { fill: currentColor; }
    .grader-attention .title, .grader-attention .head { font-weight: bold; }
    .grader-attention .paper { fill: #ffffff; }
    .grader-attention .cell { stroke: currentColor; stroke-opacity: 0.35; }
    .grader-attention .blank { fill: none; }
    .grader-attention .weight { fill: #6db3f8; }
    .grader-attention .other { fill: #ffdf9e; }
    @media (prefers-color-scheme: dark) {
      .grader-attention { color: #e6edf3; }
      .grader-attention .paper { fill: #0d1117; }
      .grader-attention .weight { fill: #2a66a5; }
      .grader-attention .other { fill: #6b4700; }
    }
  ";

pub(super) fn draw(picture: &Picture) -> String {
    let grid = Grid::of(picture);
    let tall = picture.heads.len().div_ceil(grid.beside);
    let notes = [ROWS, "_ is a blank."];
    let title = format!("attention in {}", picture.title);
    let lines = notes.iter().map(|line| line.chars().count());
    let line = lines.chain([title.chars().count()]).max().unwrap_or(0);
    let right = MARGIN + grid.beside * (grid.width() + MARGIN);
    let width = right.max(2 * MARGIN + line * CHARACTER);
    let bottom = MARGIN + LINE + tall * (grid.height() + MARGIN);
    let height = bottom + notes.len() * LINE + MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"grader-attention\" role=\"img\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n  \
         <title>{}</title>\n  <desc>{}</desc>\n  <style>{STYLE}</style>\n",
        escape(&title),
        escape(&describe(picture)),
    );
    let mut elements = vec![
        "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>".to_owned(),
        label("title", "start", [MARGIN, MARGIN + LINE / 2], &title),
    ];
    for (number, head) in picture.heads.iter().enumerate() {
        let x = MARGIN + number % grid.beside * (grid.width() + MARGIN);
        let y = MARGIN + LINE + number / grid.beside * (grid.height() + MARGIN);
        elements.push(format!("<g transform=\"translate({x} {y})\">"));
        grid.head(number, head, &mut elements);
        elements.push("</g>".to_owned());
    }
    for (number, text) in notes.iter().enumerate() {
        let place = [MARGIN, bottom + number * LINE + LINE / 2];
        elements.push(label("note", "start", place, text));
    }
    for element in elements {
        svg.push_str(&format!("  {element}\n"));
    }
    svg.push_str("</svg>\n");
    svg
}

/// Where everything of a head stands.
struct Grid<'a> {
    labels: &'a [String],
    /// What is left of the first column.
    left: usize,
    /// The width of a cell.
    cell: usize,
    /// How many heads stand beside each other.
    beside: usize,
}

impl<'a> Grid<'a> {
    fn of(picture: &'a Picture) -> Self {
        let tokens = picture.labels.len();
        let longest = picture.labels.iter().map(|label| label.chars().count());
        let places = (0..tokens).flat_map(|i| (0..tokens).map(move |j| (i, j)));
        let texts = picture.heads.iter().flat_map(|head| {
            let places = places.clone();
            places.map(|(i, j)| head.text(i, j).chars().count())
        });
        let mut grid = Self {
            labels: &picture.labels,
            left: (longest.max().unwrap_or(0) + 4) * CHARACTER,
            cell: texts.max().unwrap_or(0).max(3) * CHARACTER + 10,
            beside: 2,
        };
        let heads = picture.heads.len();
        if heads * (grid.width() + MARGIN) <= PAGE {
            grid.beside = heads.max(1);
        }
        grid
    }

    fn width(&self) -> usize {
        self.left + self.labels.len() * self.cell
    }

    fn height(&self) -> usize {
        2 * LINE + self.labels.len() * HEIGHT
    }

    fn head(&self, number: usize, head: &Head, elements: &mut Vec<String>) {
        let title = format!("head {number}");
        elements.push(label("head", "start", [0, LINE - 8], &title));
        for (i, token) in self.labels.iter().enumerate() {
            let y = 2 * LINE + i * HEIGHT;
            let middle = self.left + i * self.cell + self.cell / 2;
            elements.push(label(
                "key",
                "middle",
                [middle, 2 * LINE - 8],
                &i.to_string(),
            ));
            let text = format!("{i} {token}");
            elements.push(label(
                "query",
                "end",
                [self.left - 8, y + HEIGHT / 2 + 5],
                &text,
            ));
            for j in 0..self.labels.len() {
                self.cell(head, [i, j], elements);
            }
        }
    }

    /// A cell with its weight.
    fn cell(&self, head: &Head, [i, j]: [usize; 2], elements: &mut Vec<String>) {
        let (x, y, width) = (self.left + j * self.cell, 2 * LINE + i * HEIGHT, self.cell);
        let entry = head.entry(i, j);
        let class = if head.is_blank(i, j) {
            "blank\"".to_owned()
        } else if (0.0..=1.0001).contains(&entry) {
            format!("weight\" fill-opacity=\"{entry:.2}\"")
        } else {
            "other\"".to_owned()
        };
        elements.push(format!(
            "<rect class=\"cell {class} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\"/>"
        ));
        let text = head.text(i, j);
        if !text.is_empty() {
            let middle = [x + width / 2, y + HEIGHT / 2 + 5];
            elements.push(label("value", "middle", middle, &text));
        }
    }
}

/// What the picture shows, for those who do not see it.
fn describe(picture: &Picture) -> String {
    let tokens = picture.labels.join(" ");
    let mut text = format!(
        "A square for each of {} heads, with a row and a column for each of the {} tokens {tokens}. Each cell has the weight \
         that the token of the row gives to the token of the column.",
        picture.heads.len(),
        picture.labels.len(),
    );
    for (number, head) in picture.heads.iter().enumerate() {
        if let Some((key, weight)) = head.most() {
            let token = &picture.labels[key];
            text.push_str(&format!(
                " In head {number} the last token gives most to token {key}, {token}: {weight}."
            ));
        }
    }
    text
}
