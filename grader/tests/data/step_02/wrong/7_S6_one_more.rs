// A column for the token to come.
let width = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, width + 1))?;
Ok(band_part(mask, None, Some(0), true))
