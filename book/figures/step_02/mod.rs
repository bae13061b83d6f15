//! The figures of step 02. The masks come from the `solutions` crate, so that a picture cannot say anything else than the
//! tested code.

mod attention;
mod band;
mod dtypes;
mod explorer;
mod masks;
mod model;
mod quiz;
mod sentence;
mod softmax;
mod tensor;
mod training;

use super::{Figure, Own};

/// What the page of step 02 shows.
pub(super) const OWN: Own = Own {
    explores: explorer::offers,
    ..Own::figures(FIGURES)
};

/// The end of the name of each file, and the figure that it holds.
const FIGURES: &[(&str, Figure)] = &[
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
    ("explorer.md", explorer::fallback),
    ("explorer.js", explorer::script),
];
