// Up to the last column.
let (rows, columns) = tensor.dim();
let mut result = tensor.to_owned();
for i in 0..rows {
    for j in 0..columns - 1 {
        let inside = num_lower.is_none_or(|lower| i <= j + lower) && num_upper.is_none_or(|upper| j <= i + upper);
        if inside == exclude {
            result[[i, j]] = T::zero();
        }
    }
}
result
