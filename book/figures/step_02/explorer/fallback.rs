//! What stands in the place of the explorer until its script has run: the right masks for a few sizes.

use ndarray::{Array2, ShapeError};

use super::mistakes::{ALIGNMENTS, Ask, right};
use super::numbers::short;

/// As `(sequence_length, num_tokens)`: the square, several tokens after a cache, and one.
const SIZES: [(usize, usize); 4] = [(3, 0), (3, 2), (2, 3), (1, 3)];

/// One block of HTML, without empty lines: at one of these Markdown would begin again.
pub(in crate::figures) fn fallback() -> Result<String, ShapeError> {
    let mut lines = vec![
        "<div class=\"explorer\">".to_owned(),
        "<p>The explorer needs scripts, which do not run here. These are the two masks in a few sizes:</p>".to_owned(),
        "<table>".to_owned(),
        "<thead><tr><th scope=\"col\">sequence_length, num_tokens</th><th scope=\"col\">causal_mask</th>\
         <th scope=\"col\">cached_causal_mask</th></tr></thead>"
            .to_owned(),
        "<tbody>".to_owned(),
    ];
    for (length, cached) in SIZES {
        let mut row = format!("<tr><th scope=\"row\">{length}, {cached}</th>");
        for alignment in ALIGNMENTS {
            let mask = right(Ask {
                alignment,
                length,
                cached,
            })?;
            row.push_str(&format!("<td>{}</td>", drawn(&mask)));
        }
        row.push_str("</tr>");
        lines.push(row);
    }
    lines.extend(["</tbody>", "</table>", "</div>\n"].map(str::to_owned));
    Ok(lines.join("\n"))
}

/// The rows of a matrix below each other, its columns aligned by spaces that stay.
fn drawn(mask: &Array2<f64>) -> String {
    let rows: Vec<String> = mask
        .outer_iter()
        .map(|row| {
            let cells: Vec<String> = row.iter().map(|&it| format!("{:>4}", short(it))).collect();
            cells.join(" ").replace(' ', "&nbsp;")
        })
        .collect();
    format!("<code>{}</code>", rows.join("<br>"))
}

#[cfg(test)]
mod tests {
    use super::super::mistakes::Alignment;
    use super::*;

    #[test]
    fn it_is_one_block_with_both_masks() -> Result<(), ShapeError> {
        let text = fallback()?;
        assert!(!text.contains("\n\n"));
        let [upper, lower] = [Alignment::Upper, Alignment::Lower].map(|alignment| {
            right(Ask {
                alignment,
                length: 2,
                cached: 3,
            })
        });
        assert!(text.contains(&drawn(&upper?)) && text.contains(&drawn(&lower?)));
        Ok(())
    }
}
