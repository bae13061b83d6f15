//! The mask explorer: everything that it shows, computed here and written into a table. `src/explorer.js` looks things
//! up in that table and draws them.

mod fallback;
mod mistakes;
mod numbers;
mod table;
mod write;

use ndarray::ShapeError;

pub(super) use fallback::fallback;

/// Whether the explorer can show this misconception, as `step_02.html?mistake=G2#explorer`.
pub fn offers(id: &str) -> bool {
    mistakes::families().is_ok_and(|families| {
        let mut mistakes = families.iter().flat_map(|family| &family.mistakes);
        mistakes.any(|mistake| mistake.misconception.id == id)
    })
}

/// The script that holds the table.
pub(super) fn script() -> Result<String, ShapeError> {
    Ok(write::script(&table::Table::new()?))
}
