// Up to the last row.
let (rows, columns) = tensor.dim();
let mut result = Array2::zeros((rows, columns));
for i in 0..rows.saturating_sub(1) {
    for j in 0..columns {
        let inside = num_lower.is_none_or(|lower| i <= j + lower) && num_upper.is_none_or(|upper| j <= i + upper);
        if inside != exclude {
            result[[i, j]] = tensor[[i, j]];
        }
    }
}
result
