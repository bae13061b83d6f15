// task 3: the sum truncated to 32 bits
let sum = sequence_length
    .checked_add(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))?;
Ok(sum as u32 as usize)
