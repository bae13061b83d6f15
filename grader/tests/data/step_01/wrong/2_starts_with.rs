// task 2: looks at the beginning
if !name.starts_with("gpt2") {
    return None;
}
let (n_embd, n_layer, n_head) = match name {
    "gpt2-medium" => (1024, 24, 16),
    "gpt2-large" => (1280, 36, 20),
    "gpt2-xl" => (1600, 48, 25),
    _ => (768, 12, 12),
};
Some(Self { n_embd, n_layer, n_head, ..Self::gpt2() })
