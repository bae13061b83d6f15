// task 1: the sum stays at the largest
let end = start.saturating_add(length);
if end > n_positions {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok((start..end).collect())
