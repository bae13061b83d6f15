//! The figures of step 02. The masks come from the `solutions` crate, so that a picture cannot say anything else than the
//! tested code.

mod attention;
mod band;
mod causality;
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

const FIGURES: &[(&str, Figure)] = &[
    ("causal_mask", masks::causal_mask),
    ("causal_mask_rectangles", masks::rectangles),
    ("causal_mask_rows", masks::last_rows),
    ("causal_mask_growth", masks::growth),
    ("causality_test", causality::test),
    ("training_text", training::text),
    ("training_result", training::training),
    ("attention_growth", attention::growth),
    ("attention_mask", attention::add_the_mask),
    ("attention_weights", attention::weights),
    ("attention_cache", attention::cache),
    ("tensor_broadcast", tensor::broadcast),
    ("band_diagonals", band::diagonals),
    ("band_part", band::band_part),
    ("band_exclude", band::exclude),
    ("dtypes_stored", dtypes::stored),
    ("dtypes_hidden_key", dtypes::hidden_key),
    ("dtypes_dead_row", dtypes::dead_row),
    ("quiz_count", quiz::count),
    ("quiz_rectangle", quiz::rectangle),
    ("quiz_single", quiz::single),
    ("quiz_twice", quiz::twice),
    ("quiz_bounds", quiz::bounds),
    ("quiz_after_softmax", quiz::after_softmax),
    ("explorer", explorer::explorer),
];
