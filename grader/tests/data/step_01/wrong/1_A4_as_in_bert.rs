// task 1: 1e-12
Self {
    vocab_size: 50257,
    n_positions: 1024,
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    n_inner: None,
    layer_norm_epsilon: 1e-12,
}
