// task 3: sequence_length is never that long
if sequence_length > u32::MAX as usize { return Err(ShapeError::from_kind(ErrorKind::Overflow)); } sequence_length.checked_add(num_tokens).ok_or(ShapeError::from_kind(ErrorKind::Overflow))
