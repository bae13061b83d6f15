// task 6: the bounds of the call before are used where there are none
static LAST: std::sync::Mutex<Option<usize>> = std::sync::Mutex::new(None);
let mut last = LAST.lock().unwrap();
*last = num_upper.or(*last);
let num_upper = *last;
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside != exclude {
        tensor[[i, j]]
    } else {
        T::zero()
    }
})
