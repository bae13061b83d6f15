// num_lower and num_upper in the other order.
let width = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, width))?;
Ok(band_part(mask, Some(0), None, true))
