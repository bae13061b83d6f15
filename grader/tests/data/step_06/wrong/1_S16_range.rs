// task 1: a range to the length
match start.checked_add(length) {
    Some(end) if end <= n_positions => {
        let _ = end;
        Ok((start..length).collect())
    },
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
