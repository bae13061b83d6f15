//! The mask explorer: everything that it shows, computed here and written into a table. `src/explorer.js` looks things
//! up in that table and draws them.

mod fallback;
mod mistakes;
mod numbers;
mod table;
#[cfg(test)]
mod tests;
mod write;

use ndarray::ShapeError;

/// Whether the explorer can show this misconception, as `step_02.html?mistake=G2#explorer`.
///
/// # Errors
///
/// Where the masks cannot be made.
pub(super) fn offers(id: &str) -> Result<bool, ShapeError> {
    let mut mistakes = mistakes::families()?
        .iter()
        .flat_map(|family| &family.mistakes);
    Ok(mistakes.any(|mistake| mistake.misconception.id == id))
}

/// The explorer: what stands in its place without scripts, and the script with the table.
pub(super) fn explorer() -> Result<String, ShapeError> {
    Ok(format!(
        "{}\n<script>\n{}</script>\n",
        fallback::fallback()?,
        script()?
    ))
}

/// The script that holds the table.
fn script() -> Result<String, ShapeError> {
    Ok(write::script(&table::Table::new()?))
}
