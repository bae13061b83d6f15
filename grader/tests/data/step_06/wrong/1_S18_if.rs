// task 1: a plain sum, in the condition
if start + length <= n_positions {
    Ok((start..start + length).collect())
} else {
    Err(ShapeError::from_kind(ErrorKind::OutOfBounds))
}
