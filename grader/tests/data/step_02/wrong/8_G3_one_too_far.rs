// task 8: one token ahead is visible, G3
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, None, Some(num_tokens + 1), true))
