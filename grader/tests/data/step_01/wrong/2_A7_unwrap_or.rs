// task 2: gpt2 for any other, at the end
let model = match name {
    "gpt2-medium" => (1024, 24, 16),
    "gpt2-large" => (1280, 36, 20),
    "gpt2-xl" => (1600, 48, 25),
    _ => return Some(Self::gpt2()),
};
let (n_embd, n_layer, n_head) = model;
Some(Self { n_embd, n_layer, n_head, ..Self::gpt2() })
