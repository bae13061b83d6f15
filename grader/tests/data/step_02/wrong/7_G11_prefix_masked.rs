// task 7: the cached columns are masked, G11
total_length(sequence_length, num_tokens)?;
let square = Array2::from_shape_fn((sequence_length, sequence_length), |(i, j)| {
    if j <= i { T::zero() } else { mask_value() }
});
let cached = Array2::from_elem((sequence_length, num_tokens), mask_value());
Ok(ndarray::concatenate![ndarray::Axis(1), cached, square])
