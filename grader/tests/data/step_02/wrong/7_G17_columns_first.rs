// Column after column into a list.
let width = total_length(sequence_length, num_tokens)?;
let mut flat = Vec::with_capacity(sequence_length * width);
for j in 0..width {
    for i in 0..sequence_length {
        flat.push(if j <= i { T::zero() } else { mask_value() });
    }
}
Array2::from_shape_vec((sequence_length, width), flat)
