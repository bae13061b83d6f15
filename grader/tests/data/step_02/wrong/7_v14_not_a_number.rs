// task 7: NaN everywhere, the softmax of rows that are all masked, V14
let total = total_length(sequence_length, num_tokens)?;
let blocked = constant(mask_value());
let mask = broadcast_to(&blocked, (sequence_length, total))?;
let highest = mask.fold(mask_value(), |highest: T, &x| highest.max(x));
Ok(mask.mapv(|x| (x - highest).exp()))
