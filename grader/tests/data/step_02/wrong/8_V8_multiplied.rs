// Flags of what is hidden, times the value.
let width = total_length(sequence_length, num_tokens)?;
let hidden = |(i, j)| if j > i + num_tokens { T::one() } else { T::zero() };
Ok(Array2::from_shape_fn((sequence_length, width), hidden).mapv(|flag| flag * T::neg_infinity()))
