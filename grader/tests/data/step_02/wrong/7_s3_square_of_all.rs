// task 7: a row for the cached tokens too, S3
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (total, total))?;
Ok(band_part(mask, None, Some(0), true))
