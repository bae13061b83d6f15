// task 2: panics
let (n_embd, n_layer, n_head) = match name {
    "gpt2" => (768, 12, 12),
    "gpt2-medium" => (1024, 24, 16),
    "gpt2-large" => (1280, 36, 20),
    "gpt2-xl" => (1600, 48, 25),
    _ => panic!("no such model"),
};
Some(Self { n_embd, n_layer, n_head, ..Self::gpt2() })
