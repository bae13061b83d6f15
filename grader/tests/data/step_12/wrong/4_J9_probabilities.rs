// task 4: probabilities are handed on
let mut choose = choose;
let mut ids = prompt.to_vec();
let n_positions = model.transformer.wpe.weight.nrows();
for _ in 0..max_new_tokens {
    let seen = ids.len().saturating_sub(n_positions);
    let logits = model.next_token_logits(&ids[seen..])?;
    ids.push(choose(probabilities(logits.view(), 1.0).view()));
}
Ok(ids)
