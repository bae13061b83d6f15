// task 7: num_tokens as num_lower, G9
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, Some(num_tokens), Some(0), true))
