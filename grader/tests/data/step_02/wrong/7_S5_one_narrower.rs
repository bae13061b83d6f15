// task 7: one column too few, S5
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total.saturating_sub(1)))?;
Ok(band_part(mask, None, Some(0), true))
