//! Everything in the book that code can compute: each figure is one function, and one file of `src/generated/`.
//!
//! The masks come from the `solutions` crate, so that a picture cannot say anything else than the tested code.

mod attention;
mod band;
mod dtypes;
mod explorer;
mod grader;
mod grid;
mod masks;
mod mistakes;
mod model;
mod quiz;
mod reference;
mod sentence;
mod softmax;
mod svg;
mod tensor;
mod training;

use ndarray::ShapeError;

/// Computes a figure, as Markdown; one whose name ends with `.js`, as a script.
pub type Figure = fn() -> Result<String, ShapeError>;

/// The name of each file and the figure that it holds.
pub const FIGURES: &[(&str, Figure)] = &[
    ("causal_mask.md", masks::causal_mask),
    ("causal_mask_rectangles.md", masks::rectangles),
    ("causal_mask_rows.md", masks::last_rows),
    ("causal_mask_growth.md", masks::growth),
    ("training_text.md", training::text),
    ("training_result.md", training::training),
    ("attention_growth.md", attention::growth),
    ("attention_mask.md", attention::add_the_mask),
    ("attention_weights.md", attention::weights),
    ("attention_cache.md", attention::cache),
    ("tensor_broadcast.md", tensor::broadcast),
    ("band_diagonals.md", band::diagonals),
    ("band_part.md", band::band_part),
    ("band_exclude.md", band::exclude),
    ("dtypes_stored.md", dtypes::stored),
    ("dtypes_hidden_key.md", dtypes::hidden_key),
    ("dtypes_dead_row.md", dtypes::dead_row),
    ("quiz_count.md", quiz::count),
    ("quiz_rectangle.md", quiz::rectangle),
    ("quiz_single.md", quiz::single),
    ("quiz_twice.md", quiz::twice),
    ("quiz_bounds.md", quiz::bounds),
    ("quiz_after_softmax.md", quiz::after_softmax),
    ("grader_limits.md", grader::limits),
    ("explorer.md", explorer::fallback),
    ("step_02_explorer.js", explorer::script),
    ("reference_opening.md", reference::opening),
    ("reference_signatures.md", reference::signatures),
    ("reference_stub.md", reference::stub),
    ("step_02_mistakes.md", mistakes::step_02),
];
