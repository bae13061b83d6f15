// A lower triangle of ones, times the value.
let width = total_length(sequence_length, num_tokens)?;
let ones = Array2::<T>::ones((sequence_length, width));
Ok(ones.tril(0).mapv(|one| one * mask_value()))
