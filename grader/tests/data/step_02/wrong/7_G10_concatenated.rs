// A square mask, then zeros for the rest.
total_length(sequence_length, num_tokens)?;
let square = causal_square(sequence_length);
let open = Array2::zeros((sequence_length, num_tokens));
return ndarray::concatenate(ndarray::Axis(1), &[square.view(), open.view()]);

fn causal_square<T: Float>(length: usize) -> Array2<T> {
    Array2::from_shape_fn((length, length), |(i, j)| {
        if j <= i { T::zero() } else { T::neg_infinity() }
    })
}
