// task 1: 3072 hidden units
Self {
    vocab_size: 50257,
    n_positions: 1024,
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    n_inner: Some(3072),
    layer_norm_epsilon: 1e-5,
}
