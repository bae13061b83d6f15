// task 2: always the smallest
match name {
    "gpt2" | "gpt2-medium" | "gpt2-large" | "gpt2-xl" => Some(Self::gpt2()),
    _ => None,
}
