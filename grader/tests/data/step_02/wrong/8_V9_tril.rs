// A lower triangle of ones, times the value.
let width = total_length(sequence_length, num_tokens)?;
let ones = Array2::<T>::ones((sequence_length, width));
let offset = num_tokens as isize;
Ok(ones.tril(offset).mapv(|one| T::neg_infinity() * one))
