// Column after column into a list.
let width = total_length(sequence_length, num_tokens)?;
let column = |j| (0..sequence_length).map(move |i| if j <= i + num_tokens { T::zero() } else { mask_value() });
Array2::from_shape_vec((sequence_length, width), (0..width).flat_map(column).collect())
