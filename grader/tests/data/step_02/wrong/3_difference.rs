// task 3: the difference, R1
sequence_length
    .checked_sub(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
