// task 2: the id times the one
if ids.iter().any(|id| *id >= num_classes) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok(Array2::from_shape_fn((ids.len(), num_classes), |(i, j)| if ids[i] == j { j as f32 } else { 0.0 }))
