// One mask for the order, one for the length.
let width = total_length(sequence_length, num_tokens)?;
let floor = T::min_value();
let order = Array2::from_shape_fn((sequence_length, width), |(i, j)| if j > i { floor } else { T::zero() });
let length = Array2::from_shape_fn((sequence_length, width), |(_, j)| if j >= sequence_length { floor } else { T::zero() });
Ok(order + length)
