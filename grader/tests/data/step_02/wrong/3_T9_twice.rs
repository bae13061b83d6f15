// The cache is counted in the sequence and after it.
sequence_length.checked_add(num_tokens).and_then(|sum| sum.checked_add(num_tokens)).ok_or(ShapeError::from_kind(ErrorKind::Overflow))
