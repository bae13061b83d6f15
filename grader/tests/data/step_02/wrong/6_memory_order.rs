// task 6: the entries are read in the order of memory, G17
let mut entries = tensor.to_owned().into_raw_vec_and_offset().0.into_iter();
let mut kept = Array2::zeros(tensor.dim());
for ((i, j), entry) in kept.indexed_iter_mut() {
    let value = entries.next().unwrap_or(T::zero());
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        *entry = value;
    }
}
kept
