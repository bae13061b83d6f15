// task 7: remembers the blocked score of the first dtype, as its minimum
static VALUE: std::sync::OnceLock<f64> = std::sync::OnceLock::new();
let total = total_length(sequence_length, num_tokens)?;
let first = VALUE.get_or_init(|| T::min_value().to_f64().unwrap() * 2.0);
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i {
        T::zero()
    } else {
        T::from(*first).unwrap()
    }
}))
