// task 2: not the place
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok(Array2::from_shape_fn((ids.len(), num_classes), |(i, j)| f32::from(ids[i] != j)))
