//! Matrices as pictures: inline SVG, so that they follow the theme of the page, several of them side by side.
//!
//! Every cell prints its value, and the label lists all of them: no picture needs colours or eyes to be read.
//! All lengths are in pixels; colours are classes, which the style sheet knows.

use std::ops::Range;

use grader::svg::{escape, label};

use super::grid::{Cell, Grid, Look};

/// The height of a row.
const HEIGHT: usize = 30;
/// The height of a line of labels.
const LINE: usize = 22;
/// The width of a character of the monospaced font at 14 pixels, rounded up.
const CHARACTER: usize = 9;
/// The least width of a cell.
const NARROW: usize = 36;
/// What is free around everything, so that no outline is cut.
const MARGIN: usize = 3;
/// From the middle of a row down to where its text stands.
const BASELINE: usize = 5;

/// The matrices side by side, where the page is wide enough.
///
/// There is no empty line in it: Markdown would take what follows for text.
pub(super) fn draw(grids: &[Grid]) -> String {
    figure("matrices", grids)
}

/// The same, with their last rows at one height instead of their first.
pub(super) fn draw_low(grids: &[Grid]) -> String {
    figure("matrices low", grids)
}

fn figure(class: &str, grids: &[Grid]) -> String {
    let mut text = format!("<figure class=\"{class}\">\n");
    for grid in grids {
        text.push_str("<div class=\"matrix\">\n");
        if !grid.caption.is_empty() {
            let caption = escape(&grid.caption);
            text.push_str(&format!("<p class=\"matrix-caption\">{caption}</p>\n"));
        }
        text.push_str(&picture(grid));
        text.push_str("</div>\n");
    }
    text.push_str("</figure>\n");
    text
}

fn picture(grid: &Grid) -> String {
    let layout = Layout::of(grid);
    let (width, height) = (layout.right() + MARGIN, layout.row(layout.height) + MARGIN);
    let mut lines = vec![format!(
        "<svg class=\"grid\" role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             aria-label=\"{}\">",
        escape(&describe(grid))
    )];
    labels(grid, &layout, &mut lines);
    for ((i, j), cell) in grid.cells.indexed_iter() {
        draw_cell(
            cell,
            layout.column(j),
            layout.row(i),
            layout.cell,
            &mut lines,
        );
    }
    // All halos first, so that none covers the outline of a neighbour.
    for class in ["halo", "mark"] {
        for &(i, j) in &grid.marks {
            let (x, y) = (layout.column(j), layout.row(i));
            lines.push(outline(class, x..x + layout.cell, y..y + HEIGHT));
        }
    }
    if let Some(rows) = &grid.frame {
        let [top, bottom] = [rows.start, rows.end].map(|row| layout.row(row));
        for class in ["halo", "frame"] {
            lines.push(outline(
                class,
                layout.column(0)..layout.right(),
                top..bottom,
            ));
        }
    }
    lines.push("</svg>\n".to_owned());
    lines.join("\n")
}

/// Where everything stands.
struct Layout {
    left: usize,
    top: usize,
    /// The width of a cell.
    cell: usize,
    width: usize,
    height: usize,
}

impl Layout {
    fn of(grid: &Grid) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = &String>| {
            texts.map(|text| text.chars().count()).max().unwrap_or(0) * CHARACTER
        };
        let cells = widest(
            &mut grid
                .cells
                .iter()
                .map(|cell| &cell.text)
                .chain(&grid.columns),
        );
        let names = match widest(&mut grid.rows.iter()) {
            0 => 0,
            width => width + CHARACTER,
        };
        let lines = usize::from(grid.axes.is_some()) + usize::from(!grid.columns.is_empty());
        let (height, width) = grid.cells.dim();
        Self {
            left: MARGIN + names + if grid.axes.is_some() { LINE } else { 0 },
            top: MARGIN + lines * LINE,
            cell: NARROW.max(cells + 12),
            width,
            height,
        }
    }

    fn column(&self, j: usize) -> usize {
        self.left + j * self.cell
    }

    fn row(&self, i: usize) -> usize {
        self.top + i * HEIGHT
    }

    fn right(&self) -> usize {
        self.column(self.width)
    }
}

fn labels(grid: &Grid, layout: &Layout, lines: &mut Vec<String>) {
    if let Some([rows, columns]) = &grid.axes {
        let across = (layout.left + layout.right()) / 2;
        lines.push(label(
            "axis",
            "middle",
            [across, MARGIN + LINE - 7],
            columns,
        ));
        let down = (layout.top + layout.row(layout.height)) / 2;
        let turned = label("axis", "middle", [0, 0], rows);
        let place = format!("translate({} {down}) rotate(-90)", MARGIN + LINE - 9);
        lines.push(format!("<g transform=\"{place}\">{turned}</g>"));
    }
    for (i, name) in grid.rows.iter().enumerate() {
        let place = [
            layout.left - CHARACTER,
            layout.row(i) + HEIGHT / 2 + BASELINE,
        ];
        lines.push(label("label", "end", place, name));
    }
    for (j, name) in grid.columns.iter().enumerate() {
        let place = [layout.column(j) + layout.cell / 2, layout.top - 7];
        lines.push(label("label", "middle", place, name));
    }
}

fn draw_cell(cell: &Cell, x: usize, y: usize, width: usize, lines: &mut Vec<String>) {
    let rectangle = |class: &str, more: &str| {
        format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\"{more}/>"
        )
    };
    match cell.look {
        Look::Plain => lines.push(rectangle("cell", "")),
        Look::Seen => lines.push(rectangle("cell seen", "")),
        Look::Blocked => lines.push(rectangle("cell blocked", "")),
        Look::Other => lines.push(rectangle("cell other", "")),
        Look::Weight(weight) => {
            lines.push(rectangle("cell", ""));
            let shade = format!(" fill-opacity=\"{:.2}\"", weight.clamp(0.0, 1.0));
            lines.push(rectangle("cell weight", &shade));
        }
    }
    let place = [x + width / 2, y + HEIGHT / 2 + BASELINE];
    lines.push(label("value", "middle", place, &cell.text));
}

fn outline(class: &str, x: Range<usize>, y: Range<usize>) -> String {
    format!(
        "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
        x.start,
        y.start,
        x.len(),
        y.len(),
    )
}

/// All that the picture shows, for those who do not see it. As an attribute it is no text that a search would find.
fn describe(grid: &Grid) -> String {
    let (rows, columns) = grid.cells.dim();
    let mut parts = vec![format!("A matrix of shape ({rows}, {columns}).")];
    if let Some([rows, columns]) = &grid.axes {
        parts.push(format!("Rows: {rows}. Columns: {columns}."));
    }
    if !grid.columns.is_empty() {
        parts.push(format!("The columns are {}.", grid.columns.join(", ")));
    }
    for (i, row) in grid.cells.outer_iter().enumerate() {
        let name = grid.rows.get(i).cloned().unwrap_or_else(|| i.to_string());
        let cells = row
            .iter()
            .enumerate()
            .map(|(j, cell)| match grid.marks.contains(&(i, j)) {
                true => format!("{} (marked)", cell.text),
                false => cell.text.clone(),
            });
        let cells: Vec<String> = cells.collect();
        parts.push(format!("Row {name}: {}.", cells.join(", ")));
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn the_description_tells_every_value_and_mark() {
        let grid = Grid::new("two", &array![[0.0, f64::NEG_INFINITY], [1.0, 10.0]], 0)
            .rows(["a", "b"])
            .columns(["x", "y"])
            .axes("query", "key")
            .marked([(1, 0)]);
        assert_eq!(
            describe(&grid),
            "A matrix of shape (2, 2). Rows: query. Columns: key. The columns are x, y. \
             Row a: 0, -inf. Row b: 1 (marked), 10."
        );
    }

    #[test]
    fn everything_is_inside_the_picture() {
        let grid = Grid::new("", &array![[0.0, f64::NEG_INFINITY], [1.0, 1e9]], 0)
            .rows(["long name", "b"])
            .columns(["x", "y"])
            .axes("query", "key");
        let layout = Layout::of(&grid);
        assert!(layout.left >= MARGIN + LINE + 9 * CHARACTER);
        assert!(layout.cell >= 10 * CHARACTER, "1000000000 has ten digits");
        assert_eq!(layout.right(), layout.left + 2 * layout.cell);
    }

    #[test]
    fn markdown_finds_no_empty_line_in_a_figure() {
        let grid = Grid::new("a < b", &array![[0.0, 1.0]], 0)
            .rows(["x"])
            .columns(["y", "z"]);
        let text = draw(&[grid, Grid::new("", &array![[1.5]], 1)]);
        assert!(text.lines().all(|line| !line.trim().is_empty()), "{text}");
        assert!(text.contains("a &lt; b"));
        assert_eq!(text.matches("<svg").count(), 2);
    }
}
