// task 6: only the leading square is looked at
let side = tensor.nrows().min(tensor.ncols());
let mut kept = Array2::zeros(tensor.dim());
for i in 0..side {
    for j in 0..side {
        let inside = num_lower.is_none_or(|lower| i <= j + lower)
            && num_upper.is_none_or(|upper| j <= i + upper);
        if inside != exclude {
            kept[[i, j]] = tensor[[i, j]];
        }
    }
}
kept
