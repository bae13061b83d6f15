// task 7: i - j underflows, R1
let total = total_length(sequence_length, num_tokens)?;
let mut mask = Array2::zeros((sequence_length, total));
for i in 0..sequence_length {
    for j in 0..total {
        let distance = i - j;
        if distance > sequence_length {
            mask[[i, j]] = mask_value();
        }
    }
}
Ok(mask)
