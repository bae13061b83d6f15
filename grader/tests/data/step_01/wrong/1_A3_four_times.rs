// task 1: four times 768
Self {
    vocab_size: 50257,
    n_positions: 1024,
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    n_inner: Some(4 * 768),
    layer_norm_epsilon: 1e-5,
}
