//! How the structs of step 07 are made from what a question holds.

use crate::implementation::step_07::MultiHeadAttention;

runtime::argument!(MultiHeadAttention {
    c_attn,
    c_proj,
    n_head
});
