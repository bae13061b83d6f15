// task 6: the outside is the input less the inside, which is NaN for infinities, V8
let inside = Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let inside = num_lower.is_none_or(|lower| i <= j + lower)
        && num_upper.is_none_or(|upper| j <= i + upper);
    if inside { tensor[[i, j]] } else { T::zero() }
});
if exclude { &tensor - &inside } else { inside }
