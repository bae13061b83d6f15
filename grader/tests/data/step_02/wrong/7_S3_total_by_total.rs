// Every token has a row.
let width = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (width, width))?;
Ok(band_part(mask, None, Some(0), true))
