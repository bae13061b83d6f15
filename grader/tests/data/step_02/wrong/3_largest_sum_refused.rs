// task 3: an error already where the sum is the largest number
if sequence_length >= usize::MAX - num_tokens {
    return Err(ShapeError::from_kind(ErrorKind::Overflow));
}
Ok(sequence_length + num_tokens)
