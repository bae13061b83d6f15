//! The weights of heads as text: grids beside each other as far as there is room, of one sign a weight where the weights
//! themselves are too wide.

use ::colored::Colorize;

use super::{Head, Picture, ROWS};

/// What is between two grids.
const GAP: usize = 3;
/// A sign for every tenth of a weight, all of them of ASCII: the more ink, the more weight.
const SIGNS: &[u8; 10] = b".,:-=+*o#@";
/// The sign of what is no weight: NaN, less than 0 or more than 1.
const NO_WEIGHT: char = '?';
/// A weight that is rounded may be a little more than 1.
const ROUNDING: f64 = 1e-4;

/// The picture in lines of at most so many columns.
pub(super) fn draw(picture: &Picture, width: usize) -> Vec<String> {
    let tokens = picture.labels.len();
    let last = tokens.saturating_sub(1).to_string().len();
    let longest = picture.labels.iter().map(|label| label.chars().count());
    let label = last + 1 + longest.max().unwrap_or(0);
    let weights = picture.heads.iter().flat_map(|head| {
        let places = (0..tokens).flat_map(|i| (0..tokens).map(move |j| (i, j)));
        places.map(|(i, j)| head.text(i, j).chars().count())
    });
    let entry = weights.max().unwrap_or(0).max(last) + 1;
    let [number, sign] = [false, true].map(|in_signs| Grid {
        labels: &picture.labels,
        label,
        // Two columns a sign look like squares; one does where there is no room.
        cell: match in_signs {
            false => entry,
            true if label + 1 + 2 * tokens <= width => 2,
            true => 1,
        },
        in_signs,
    });
    let grid = if number.width() <= width {
        number
    } else {
        sign
    };
    let beside = ((width + GAP) / (grid.width() + GAP)).max(1);
    let heads: Vec<_> = picture.heads.iter().enumerate().collect();
    let mut lines = Vec::new();
    for heads in heads.chunks(beside) {
        let grids: Vec<_> = heads
            .iter()
            .map(|(number, head)| grid.lines(*number, head))
            .collect();
        for row in 0..grids[0].len() {
            let parts = grids.iter().map(|grid| grid[row].as_str());
            let line = parts.collect::<Vec<_>>().join(&" ".repeat(GAP));
            lines.push(line.trim_end().to_owned());
        }
        lines.push(String::new());
    }
    lines.push(ROWS.to_owned());
    if grid.in_signs {
        let scale = String::from_utf8_lossy(SIGNS);
        lines.push(format!("From 0 to 1 by tenths: {scale}"));
        let mut entries = picture.heads.iter().flat_map(|head| &head.entries);
        if entries.any(|entry| sign_of(*entry) == NO_WEIGHT) {
            lines.push(format!("{NO_WEIGHT} is no weight: NaN, or not from 0 to 1"));
        }
    }
    if picture.labels.iter().any(|label| label.contains('_')) {
        lines.push("_ is a blank.".to_owned());
    }
    lines
}

/// How a head is laid out.
struct Grid<'a> {
    labels: &'a [String],
    /// The width of what stands before the first column.
    label: usize,
    /// The width of a column.
    cell: usize,
    /// Whether a weight is one sign.
    in_signs: bool,
}

impl Grid<'_> {
    fn width(&self) -> usize {
        self.label + usize::from(self.in_signs) + self.cell * self.labels.len()
    }

    /// The head in lines of one width.
    fn lines(&self, number: usize, head: &Head) -> Vec<String> {
        let (label, cell, width) = (self.label, self.cell, self.width());
        let tokens = self.labels.len();
        let title = format!("head {number}");
        let mut lines = vec![format!("{title:<width$}")];
        let column = |j: usize| match self.in_signs {
            false => format!("{j:>cell$}"),
            true => format!("{:>cell$}", j % 10),
        };
        let columns: String = (0..tokens).map(column).collect();
        let start = " ".repeat(width - cell * tokens);
        lines.push(start + &columns);
        let last = tokens.saturating_sub(1).to_string().len();
        for (i, token) in self.labels.iter().enumerate() {
            let room = label - last - 1;
            let start = format!("{i:>last$} {token:<room$}");
            let start = format!("{start:<0$}", width - cell * tokens);
            let cells = (0..tokens).map(|j| self.cell(head, i, j));
            lines.push(start + &cells.collect::<String>());
        }
        lines
    }

    fn cell(&self, head: &Head, i: usize, j: usize) -> String {
        let cell = self.cell;
        let entry = head.entry(i, j);
        let text = match self.in_signs {
            _ if head.is_blank(i, j) => return " ".repeat(cell),
            false => head.text(i, j),
            true => sign_of(entry).to_string().repeat(cell),
        };
        styled(&format!("{text:>cell$}"), entry)
    }
}

/// The sign of a weight.
fn sign_of(entry: f64) -> char {
    if !(0.0..=1.0 + ROUNDING).contains(&entry) {
        return NO_WEIGHT;
    }
    let tenth = ((entry * 10.0) as usize).min(SIGNS.len() - 1);
    char::from(SIGNS[tenth])
}

/// The text, told apart by how much it is also where there is colour.
fn styled(text: &str, entry: f64) -> String {
    match entry {
        _ if sign_of(entry) == NO_WEIGHT => text.yellow(),
        0.5.. => text.green().bold(),
        0.1..0.5 => text.green(),
        _ => text.dimmed(),
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(tokens: usize, heads: usize) -> Picture {
        let share = |i: usize, j: usize| if j <= i { 1.0 / (i + 1) as f64 } else { 0.0 };
        let entries = (0..tokens * tokens).map(|place| share(place / tokens, place % tokens));
        let entries: Vec<f64> = entries.collect();
        Picture {
            title: String::new(),
            labels: (0..tokens).map(|_| "_twelve_long".to_owned()).collect(),
            heads: (0..heads)
                .map(|_| Head {
                    tokens,
                    entries: entries.clone(),
                })
                .collect(),
        }
    }

    #[test]
    fn every_width_and_length_fits() {
        colored::control::set_override(false);
        for width in [60, 80, 100] {
            for tokens in 1..=super::super::MOST {
                for line in draw(&picture(tokens, 4), width) {
                    assert!(line.chars().count() <= width, "{tokens}: {line:?}");
                }
            }
        }
        let lines = draw(&picture(20, 1), 80);
        assert!(
            lines.iter().any(|line| *line == " 0 _twelve_long @@"),
            "{lines:#?}"
        );
        colored::control::unset_override();
    }

    #[test]
    fn a_weight_has_the_sign_of_its_tenth_and_other_numbers_another() {
        let signs = [0.0, 0.05, 0.1, 0.55, 0.999, 1.0, 1.00001].map(sign_of);
        assert_eq!(signs, ['.', '.', ',', '+', '@', '@', '@']);
        for entry in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
            assert_eq!(sign_of(entry), NO_WEIGHT, "{entry}");
        }
    }
}
