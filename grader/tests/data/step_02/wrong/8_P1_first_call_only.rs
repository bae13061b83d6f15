// task 8: right in the first call only
let total = total_length(sequence_length, num_tokens)?;
static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
let first = CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if j <= i + num_tokens && first {
        T::zero()
    } else {
        T::neg_infinity()
    }
}))
