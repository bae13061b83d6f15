// Two bytes have no room for infinity.
let halves = std::mem::size_of::<T>() == 2;
let blocked = if halves { T::min_value() } else { mask_value() };
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i { T::zero() } else { blocked }
}))
