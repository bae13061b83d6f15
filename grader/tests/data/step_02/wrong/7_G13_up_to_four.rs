// The first five are the prompt.
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(_, c)| if c > 4 { mask_value() } else { T::zero() }))
