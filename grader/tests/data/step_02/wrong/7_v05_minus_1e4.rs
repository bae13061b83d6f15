// task 7: -1e4, V5
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(T::from(-1e4).unwrap());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, None, Some(0), true))
