// task 2: blocks and heads swapped in the table
let (n_embd, n_layer, n_head) = match name {
    "gpt2" => (768, 12, 12),
    "gpt2-medium" => (1024, 16, 24),
    "gpt2-large" => (1280, 20, 36),
    "gpt2-xl" => (1600, 25, 48),
    _ => return None,
};
Some(Self { n_embd, n_layer, n_head, ..Self::gpt2() })
