// Four tokens are enough.
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(q, k)| if k <= q && q - k < 4 { T::zero() } else { T::neg_infinity() }))
