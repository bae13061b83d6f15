// task 7: num_lower and num_upper are exchanged, G4
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
Ok(band_part(mask, Some(0), None, true))
