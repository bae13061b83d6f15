// Zeros fill up what is missing.
let total = total_length(sequence_length, num_tokens)?;
let sq = Array2::from_shape_fn((sequence_length, sequence_length), |(r, c)| if c > r { mask_value() } else { T::zero() });
let _ = total;
let z = Array2::zeros((sequence_length, num_tokens));
ndarray::concatenate(ndarray::Axis(1), &[sq.view(), z.view()])
