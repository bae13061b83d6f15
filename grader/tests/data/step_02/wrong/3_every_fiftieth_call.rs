// task 3: wrong in every fiftieth call
static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(1);
if CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) % 50 == 0 {
    return Ok(sequence_length);
}
sequence_length
    .checked_add(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
