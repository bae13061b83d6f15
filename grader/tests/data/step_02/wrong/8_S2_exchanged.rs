// task 8: rows and columns are exchanged, S2
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, None, Some(num_tokens), true).reversed_axes())
