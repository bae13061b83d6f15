// task 1: positions and channels exchanged
Self {
    vocab_size: 50257,
    n_positions: 768,
    n_embd: 1024,
    n_layer: 12,
    n_head: 12,
    n_inner: None,
    layer_norm_epsilon: 1e-5,
}
