// task 8: the arguments are exchanged
let total = total_length(num_tokens, sequence_length)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (num_tokens, total))?;
Ok(band_part(mask, None, Some(sequence_length), true))
