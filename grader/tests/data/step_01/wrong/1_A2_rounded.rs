// task 1: rounded up to a multiple of 64
Self {
    vocab_size: 50257_usize.next_multiple_of(64),
    n_positions: 1024,
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    n_inner: None,
    layer_norm_epsilon: 1e-5,
}
