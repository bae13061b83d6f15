// The outside is the matrix less the inside.
let mut inside = Array2::zeros(tensor.dim());
for ((i, j), entry) in tensor.indexed_iter() {
    if num_lower.is_none_or(|lower| i <= j + lower) && num_upper.is_none_or(|upper| j <= i + upper) {
        inside[[i, j]] = *entry;
    }
}
if exclude { &tensor - &inside } else { inside }
