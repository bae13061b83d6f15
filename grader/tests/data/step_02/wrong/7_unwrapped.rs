// task 7: the error is unwrapped
let total = total_length(sequence_length, num_tokens).unwrap();
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total)).unwrap();
Ok(band_part(mask, None, Some(0), true))
