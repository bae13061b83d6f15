// The cache is one block, the triangle another.
let sq = Array2::from_shape_fn((sequence_length, sequence_length), |(r, c)| if c > r { mask_value() } else { T::zero() });
let z = Array2::zeros((sequence_length, num_tokens));
ndarray::concatenate(ndarray::Axis(1), &[z.view(), sq.view()])
