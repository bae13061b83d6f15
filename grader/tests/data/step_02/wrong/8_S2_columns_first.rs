// Width, then height.
let width = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (width, sequence_length))?;
Ok(band_part(mask, None, Some(num_tokens), true))
