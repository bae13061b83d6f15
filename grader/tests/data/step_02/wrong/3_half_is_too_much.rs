// task 3: refuses sums above half of the largest
let sum = sequence_length.checked_add(num_tokens).ok_or(ShapeError::from_kind(ErrorKind::Overflow))?; if sum > usize::MAX / 2 + 1 { Err(ShapeError::from_kind(ErrorKind::Overflow)) } else { Ok(sum) }
