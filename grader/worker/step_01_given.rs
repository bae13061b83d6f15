//! How the structs of step 01 are made from what a question holds.

use crate::implementation::step_01::Gpt2Config;

runtime::argument!(Gpt2Config {
    vocab_size,
    n_positions,
    n_embd,
    n_layer,
    n_head,
    n_inner,
    layer_norm_epsilon
});
