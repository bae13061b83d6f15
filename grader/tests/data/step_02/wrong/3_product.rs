// task 3: the product
sequence_length
    .checked_mul(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
