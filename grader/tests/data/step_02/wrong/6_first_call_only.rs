// task 6: right in the first call only
static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
let first = CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0;
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if (inside != exclude) == first {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
