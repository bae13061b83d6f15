// task 1: 512 positions, as GPT had
Self {
    vocab_size: 50257,
    n_positions: 512,
    n_embd: 768,
    n_layer: 12,
    n_head: 12,
    n_inner: None,
    layer_norm_epsilon: 1e-5,
}
