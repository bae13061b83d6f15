//! How the structs of step 04 are made from what a question holds.

use crate::implementation::step_04::{Linear, Mlp};

runtime::argument!(Linear { weight, bias });
runtime::argument!(Mlp { c_fc, c_proj });
