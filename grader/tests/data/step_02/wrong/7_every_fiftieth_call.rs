// task 7: wrong in every fiftieth call
let total = total_length(sequence_length, num_tokens)?;
static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(1);
let wrong = CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) % 50 == 0;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i || wrong {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
