// task 1: the start for all
match start.checked_add(length) {
    Some(end) if end <= n_positions => {
        let _ = end;
        Ok(vec![start; length])
    },
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
