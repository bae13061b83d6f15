// task 7: the width is num_tokens, S4
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, num_tokens))?;
Ok(band_part(mask, None, Some(0), true))
