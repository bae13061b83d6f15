// task 8: the minimum of the dtype, V6
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(T::min_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, None, Some(num_tokens), true))
