// task 2: right in the first call only
static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
if CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0 {
    T::neg_infinity()
} else {
    T::min_value()
}
