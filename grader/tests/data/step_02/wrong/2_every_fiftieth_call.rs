// task 2: wrong in every fiftieth call
static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(1);
if CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) % 50 == 0 {
    T::zero()
} else {
    T::neg_infinity()
}
