// task 2: whatever the case
let name = name.trim();
let is = |other: &str| name.eq_ignore_ascii_case(other);
let (n_embd, n_layer, n_head) = if is("gpt2") {
    (768, 12, 12)
} else if is("gpt2-medium") {
    (1024, 24, 16)
} else if is("gpt2-large") {
    (1280, 36, 20)
} else if is("gpt2-xl") {
    (1600, 48, 25)
} else {
    return None;
};
Some(Self { n_embd, n_layer, n_head, ..Self::gpt2() })
