// task 3: one too few, S5
sequence_length
    .checked_add(num_tokens)
    .map(|sum| sum.saturating_sub(1))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
