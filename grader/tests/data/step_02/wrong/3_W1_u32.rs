// Lengths are 32-bit numbers.
let total = sequence_length
    .checked_add(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))?;
Ok(total as u32 as usize)
