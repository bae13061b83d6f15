// task 8: one new token at a time
let total = total_length(sequence_length, num_tokens)?;
if sequence_length == 1 {
    return Ok(Array2::zeros((1, total)));
}
causal_mask(sequence_length, num_tokens)
