//! How the structs of step 10 are made from what a question holds.

use crate::implementation::step_10::Gpt2Model;

runtime::argument!(Gpt2Model { wte, wpe, h, ln_f });
