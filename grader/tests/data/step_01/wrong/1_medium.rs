// task 1: the second model
Self {
    vocab_size: 50257,
    n_positions: 1024,
    n_embd: 1024,
    n_layer: 24,
    n_head: 16,
    n_inner: None,
    layer_norm_epsilon: 1e-5,
}
