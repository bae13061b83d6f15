// task 1: bytes and merges only
Self {
    vocab_size: 256 + 50_000,
    n_positions: 1024,
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    n_inner: None,
    layer_norm_epsilon: 1e-5,
}
