// The area of the mask.
sequence_length
    .checked_mul(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
