// The flag is not needed.
let (width, _) = sequence_length.overflowing_add(num_tokens);
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, width))?;
Ok(band_part(mask, None, Some(num_tokens), true))
