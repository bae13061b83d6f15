// The width is that of the first row.
let width = total_length(sequence_length, num_tokens)?;
let rows: Vec<Vec<T>> = (0..sequence_length)
    .map(|i| (0..width).map(|j| if j <= i + num_tokens { T::zero() } else { mask_value() }).collect())
    .collect();
let columns = rows.first().map_or(0, Vec::len);
Array2::from_shape_vec((rows.len(), columns), rows.concat())
