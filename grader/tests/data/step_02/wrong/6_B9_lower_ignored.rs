// A causal mask has a limit above only.
let mut kept = tensor.to_owned();
for ((i, j), entry) in kept.indexed_iter_mut() {
    let inside = match num_upper {
        Some(upper) => j <= i + upper,
        None => true,
    };
    if inside == exclude {
        *entry = T::zero();
    }
}
kept
