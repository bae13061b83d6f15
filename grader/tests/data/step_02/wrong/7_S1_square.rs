// A mask is square.
let width = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, sequence_length))?;
Ok(band_part(mask, None, Some(0), true))
