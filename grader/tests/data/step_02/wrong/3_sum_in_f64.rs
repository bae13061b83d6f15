// task 3: the sum in f64, which is not exact for large numbers
let sum = sequence_length as f64 + num_tokens as f64;
if sum > usize::MAX as f64 {
    return Err(ShapeError::from_kind(ErrorKind::Overflow));
}
Ok(sum as usize)
