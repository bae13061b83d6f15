// task 3: one too many, S6
sequence_length
    .checked_add(num_tokens)
    .and_then(|sum| sum.checked_add(1))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
