// Columns first.
let mut result = Array2::zeros((tensor.ncols(), tensor.nrows()));
for ((i, j), &entry) in tensor.indexed_iter() {
    let inside = num_lower.is_none_or(|lower| i <= j + lower) && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        result[[j, i]] = entry;
    }
}
result
