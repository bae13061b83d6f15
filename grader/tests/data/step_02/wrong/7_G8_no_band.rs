// Constant, broadcast, done.
let width = total_length(sequence_length, num_tokens)?;
Ok(broadcast_to(&constant(mask_value()), (sequence_length, width))?.to_owned())
