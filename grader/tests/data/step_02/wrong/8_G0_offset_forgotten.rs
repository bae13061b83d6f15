// task 8: num_upper is 0
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, None, Some(0), true))
