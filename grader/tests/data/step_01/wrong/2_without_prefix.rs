// task 2: takes the name without gpt2
let (n_embd, n_layer, n_head) = match name.trim_start_matches("gpt2-") {
    "gpt2" => (768, 12, 12),
    "medium" => (1024, 24, 16),
    "large" => (1280, 36, 20),
    "xl" => (1600, 48, 25),
    _ => return None,
};
Some(Self { n_embd, n_layer, n_head, ..Self::gpt2() })
