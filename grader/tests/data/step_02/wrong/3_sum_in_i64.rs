// task 3: an error already where the sum does not fit into an i64
let sum = i64::try_from(sequence_length)
    .ok()
    .zip(i64::try_from(num_tokens).ok())
    .and_then(|(a, b)| a.checked_add(b));
sum.map(|sum| sum as usize)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
