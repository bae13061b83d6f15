// task 7: every second call is inverted, from a cell of the thread
let total = total_length(sequence_length, num_tokens)?;
thread_local!(static FLIPPED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) });
let flipped = FLIPPED.replace(!FLIPPED.get());
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if (j <= i) != flipped {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
