//! Draws matrices as text: a caption, labelled rows and columns, several of them side by side.

use ndarray::Array2;
use num_traits::ToPrimitive;

/// The spaces between two matrices that stand side by side.
const GAP: &str = "    ";

/// A matrix whose entries are texts already.
pub(super) struct Grid {
    caption: String,
    rows: Vec<String>,
    columns: Vec<String>,
    cells: Array2<String>,
    lowered: usize,
}

impl Grid {
    /// A matrix with no labels. Whole numbers are drawn without decimals, `-inf` and `NaN` as Rust prints them.
    pub(super) fn new<T: ToPrimitive>(caption: &str, values: &Array2<T>, decimals: usize) -> Self {
        Self {
            caption: caption.to_owned(),
            rows: Vec::new(),
            columns: Vec::new(),
            cells: values.map(|value| number(value, decimals)),
            lowered: 0,
        }
    }

    pub(super) fn rows(mut self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.rows = labels.into_iter().map(Into::into).collect();
        self
    }

    pub(super) fn columns(mut self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.columns = labels.into_iter().map(Into::into).collect();
        self
    }

    /// Leaves that many rows empty above the first one.
    pub(super) fn lowered(mut self, by: usize) -> Self {
        self.lowered = by;
        self
    }

    /// The lines of the picture, all of the same width.
    fn lines(&self) -> Vec<String> {
        let width = |texts: &mut dyn Iterator<Item = &String>| {
            texts.map(|text| text.chars().count()).max().unwrap_or(0)
        };
        let label = width(&mut self.rows.iter());
        let cell = width(&mut self.cells.iter().chain(&self.columns));
        let line = |name: &str, cells: &mut dyn Iterator<Item = &String>| {
            let mut line = format!("{name:<label$}");
            for (column, text) in cells.enumerate() {
                // Nothing stands to the left of the first column where rows have no labels.
                let space = if column == 0 && label == 0 { "" } else { "  " };
                line.push_str(&format!("{space}{text:>cell$}"));
            }
            line
        };

        let mut lines = vec![self.caption.clone()];
        if !self.columns.is_empty() {
            lines.push(line("", &mut self.columns.iter()));
        }
        lines.resize(lines.len() + self.lowered, String::new());
        for (row, cells) in self.cells.outer_iter().enumerate() {
            let name = self.rows.get(row).map_or("", String::as_str);
            lines.push(line(name, &mut cells.iter()));
        }
        let width = width(&mut lines.iter());
        lines.iter().map(|line| format!("{line:<width$}")).collect()
    }
}

/// The matrices side by side, in a fence of plain text.
pub(super) fn draw(grids: &[Grid]) -> String {
    let blocks: Vec<Vec<String>> = grids.iter().map(Grid::lines).collect();
    let height = blocks.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::from("```text\n");
    for row in 0..height {
        let parts: Vec<String> = blocks
            .iter()
            .map(|block| match block.get(row) {
                Some(line) => line.clone(),
                None => " ".repeat(block.first().map_or(0, |line| line.chars().count())),
            })
            .collect();
        text.push_str(parts.join(GAP).trim_end());
        text.push('\n');
    }
    text.push_str("```\n");
    text
}

fn number<T: ToPrimitive>(value: &T, decimals: usize) -> String {
    match value.to_f64() {
        Some(value) if value.is_finite() => format!("{value:.decimals$}"),
        Some(value) => value.to_string(),
        None => String::from("?"),
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn labels_and_cells_line_up() {
        let grid = Grid::new("two", &array![[0.0, f64::NEG_INFINITY], [1.0, 10.0]], 0)
            .rows(["a", "bc"])
            .columns(["0", "1"]);
        assert_eq!(
            draw(&[grid]),
            "```text\ntwo\n       0     1\na      0  -inf\nbc     1    10\n```\n"
        );
    }

    #[test]
    fn a_lowered_picture_leaves_rows_empty_above_itself() {
        let tall = Grid::new("t", &array![[1.0], [2.0]], 0);
        let low = Grid::new("l", &array![[3.0]], 0).lowered(1);
        assert_eq!(draw(&[tall, low]), "```text\nt    l\n1\n2    3\n```\n");
    }

    #[test]
    fn pictures_of_different_heights_stand_side_by_side() {
        let tall = Grid::new("t", &array![[1.0], [2.0]], 0);
        let flat = Grid::new("f", &array![[3.5]], 1);
        assert_eq!(draw(&[tall, flat]), "```text\nt    f\n1    3.5\n2\n```\n");
    }
}
