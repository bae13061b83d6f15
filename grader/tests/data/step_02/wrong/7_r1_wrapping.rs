// task 7: i - j wraps to a large number that is compared with 0, R1
let total = total_length(sequence_length, num_tokens)?;
Ok(Array2::from_shape_fn((sequence_length, total), |(i, j)| {
    if i.wrapping_sub(j) > 0 {
        T::zero()
    } else {
        mask_value()
    }
}))
