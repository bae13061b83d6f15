//! How the structs of step 09 are made from what a question holds.

use crate::implementation::step_09::Block;

runtime::argument!(Block {
    ln_1,
    attn,
    ln_2,
    mlp
});
