// It will not overflow.
let width = total_length(sequence_length, num_tokens).unwrap();
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, width))?;
Ok(band_part(mask, None, Some(0), true))
