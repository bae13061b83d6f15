// No bound is the largest number, but signed.
let lower = num_lower.unwrap_or(usize::MAX) as isize;
let upper = num_upper.unwrap_or(usize::MAX) as isize;
Array2::from_shape_fn(tensor.dim(), |(i, j)| {
    let distance = i as isize - j as isize;
    if (distance <= lower && -distance <= upper) != exclude { tensor[[i, j]] } else { T::zero() }
})
