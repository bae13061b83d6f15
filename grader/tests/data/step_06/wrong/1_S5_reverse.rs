// task 1: the last first, at the end
match start.checked_add(length) {
    Some(end) if end <= n_positions => {
        let mut places: Vec<usize> = (start..end).collect();
        places.reverse();
        Ok(places)
    },
    _ => Err(ShapeError::from_kind(ErrorKind::OutOfBounds)),
}
