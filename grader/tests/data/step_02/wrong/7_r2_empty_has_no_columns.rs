// task 7: shape (0, 0) for an empty sequence, R2
let total = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::zeros((0, 0));
for i in 0..sequence_length {
    let row =
        ndarray::Array1::from_shape_fn(
            total,
            |j| if j <= i { T::zero() } else { mask_value() },
        );
    if i == 0 {
        mask = Array2::zeros((0, total));
    }
    mask.push_row(row.view())?;
}
Ok(mask)
