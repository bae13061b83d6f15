//! How the structs of step 03 are made from what a question holds.

use crate::implementation::step_03::LayerNorm;

runtime::argument!(LayerNorm { weight, bias, eps });
