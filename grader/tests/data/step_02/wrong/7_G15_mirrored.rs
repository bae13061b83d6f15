// task 7: the triangle is mirrored, G15
let total = total_length(sequence_length, num_tokens)?;

Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if total - 1 - j <= i {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
