// task 2: every second call has the other sign, from a cell of the thread
thread_local!(static SIGN: std::cell::Cell<bool> = const { std::cell::Cell::new(false) });
if SIGN.replace(!SIGN.get()) {
    T::infinity()
} else {
    T::neg_infinity()
}
