// There must be something to mask.
if sequence_length == 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
sequence_length
    .checked_add(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
