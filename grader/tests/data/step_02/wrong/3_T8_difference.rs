// How many are new.
sequence_length
    .checked_sub(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
