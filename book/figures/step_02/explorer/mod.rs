//! The mask explorer: the masks that it shows, in a table, and what stands in its place where no scripts run.

mod masks;
mod table;
#[cfg(test)]
mod tests;

use ndarray::{Array2, ShapeError};

use masks::{ALIGNMENTS, Ask, right};

/// The sizes that are shown without scripts, as `(sequence_length, num_tokens)`: the square, several tokens after a cache,
/// and one.
const SIZES: [(usize, usize); 4] = [(3, 0), (3, 2), (2, 3), (1, 3)];

/// Whether the explorer can show this misconception, as `step_02.html?mistake=G2#explorer`.
///
/// # Errors
///
/// Where the masks cannot be made.
pub(super) fn offers(id: &str) -> Result<bool, ShapeError> {
    let mut mistakes = masks::families()?.iter().flat_map(|shown| &shown.mistakes);
    Ok(mistakes.any(|mistake| mistake.misconception.id == id))
}

/// One block of HTML, without empty lines: at one of these Markdown would begin again.
pub(super) fn explorer() -> Result<String, ShapeError> {
    let mut rows = String::new();
    for (length, cached) in SIZES {
        rows.push_str(&format!("<tr><th scope=\"row\">{length}, {cached}</th>"));
        for alignment in ALIGNMENTS {
            let ask = Ask {
                alignment,
                length,
                cached,
            };
            rows.push_str(&format!("<td>{}</td>", drawn(&right(ask)?)));
        }
        rows.push_str("</tr>\n");
    }
    let table = table::table()?;
    Ok(format!(
        "<div class=\"explorer\">\n\
         <p>The explorer needs scripts, which do not run here. These are the two masks in a few sizes:</p>\n\
         <table>\n\
         <thead><tr><th scope=\"col\">sequence_length, num_tokens</th><th scope=\"col\">causal_mask</th>\
         <th scope=\"col\">cached_causal_mask</th></tr></thead>\n\
         <tbody>\n{rows}</tbody>\n\
         </table>\n\
         </div>\n\
         <script type=\"application/json\" id=\"explorer-table\">{table}</script>\n"
    ))
}

/// The rows of a matrix below each other, its columns aligned by spaces that stay.
fn drawn(mask: &Array2<f64>) -> String {
    let row = |row: ndarray::ArrayView1<'_, f64>| {
        let cells: Vec<String> = row.iter().map(|entry| format!("{entry:>4}")).collect();
        cells.join(" ").replace(' ', "&nbsp;")
    };
    let rows: Vec<String> = mask.outer_iter().map(row).collect();
    format!("<code>{}</code>", rows.join("<br>"))
}
