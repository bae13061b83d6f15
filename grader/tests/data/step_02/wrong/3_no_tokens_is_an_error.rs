// task 3: an error where there are no more tokens, R2
let Some(num_tokens) = std::num::NonZeroUsize::new(num_tokens) else {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
};
sequence_length
    .checked_add(num_tokens.get())
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
