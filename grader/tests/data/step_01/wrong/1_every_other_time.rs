// task 1: another one every other time
use std::sync::atomic::{AtomicBool, Ordering};
static ODD: AtomicBool = AtomicBool::new(false);
let more = usize::from(ODD.fetch_not(Ordering::Relaxed));
Self {
    vocab_size: 50257 + more,
    n_positions: 1024,
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    n_inner: None,
    layer_norm_epsilon: 1e-5,
}
