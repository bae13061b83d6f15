// task 7: a lower triangle of ones times minus infinity, V9
let total = total_length(sequence_length, num_tokens)?;
let ones = Array2::from_elem((sequence_length, total), T::one());
Ok(ones.tril(0).mapv(|flag| flag * mask_value()))
