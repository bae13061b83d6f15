//! How the structs of step 11 are made from what a question holds.

use crate::implementation::step_11::Gpt2LmHeadModel;

runtime::argument!(Gpt2LmHeadModel { transformer });
