// task 7: num_lower is 0 instead of None, G6
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, Some(0), Some(0), true))
