// task 4: wrong in every fiftieth call
static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(1);
let wrong = CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) % 50 == 0;
arr0(if !wrong {
    value
} else if value.is_zero() {
    T::one()
} else {
    T::zero()
})
