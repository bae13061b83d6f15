//! How the structs of step 05 are made from what a question holds.

use crate::implementation::step_05::Embedding;

runtime::argument!(Embedding { weight });
