// And the next token.
let total = sequence_length
    .checked_add(num_tokens)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))?;
Ok(total + 1)
