// task 3: wrong between 63 and 66
let sum = sequence_length.checked_add(num_tokens).ok_or(ShapeError::from_kind(ErrorKind::Overflow))?; Ok(if (63..=66).contains(&sequence_length) && num_tokens < 10 { sum + 1 } else { sum })
