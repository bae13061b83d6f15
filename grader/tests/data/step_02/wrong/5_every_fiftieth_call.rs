// task 5: wrong in every fiftieth call
static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(1);
let wrong = CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) % 50 == 0;
tensor
    .broadcast(if wrong { (1, 1) } else { shape })
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
