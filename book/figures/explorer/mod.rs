//! The mask explorer: everything that it shows, computed here and written into a table. `src/explorer.js` looks things
//! up in that table and draws them.

mod fallback;
mod mistakes;
mod numbers;
mod table;
#[cfg(test)]
mod tests;
mod write;

use std::sync::LazyLock;

use ndarray::ShapeError;

pub(super) use fallback::fallback;

/// The misconceptions that the explorer can show. To find them takes a while, so it is done once.
static OFFERED: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let families = mistakes::families().unwrap_or_default();
    let mistakes = families.iter().flat_map(|family| &family.mistakes);
    mistakes.map(|mistake| mistake.misconception.id).collect()
});

/// Whether the explorer can show this misconception, as `step_02.html?mistake=G2#explorer`.
pub fn offers(id: &str) -> bool {
    OFFERED.contains(&id)
}

/// The script that holds the table.
pub(super) fn script() -> Result<String, ShapeError> {
    Ok(write::script(&table::Table::new()?))
}
