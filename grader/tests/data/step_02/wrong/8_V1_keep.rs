// 1 keeps, 0 drops.
let width = total_length(sequence_length, num_tokens)?;
Ok(band_part(constant(T::one()).broadcast((sequence_length, width)).unwrap(), None, Some(num_tokens), false))
