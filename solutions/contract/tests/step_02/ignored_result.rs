// error: must be used
#![deny(unused_must_use)]

use solutions::step_02::*;

fn main() {
    total_length(2, 1);
    broadcast_to(&constant(2.0_f32), (1, 3));
    causal_mask::<f32>(2, 0);
    cached_causal_mask::<f32>(2, 0);
}
