// task 4: the new ones alone
let mut choose = choose;
let mut ids = prompt.to_vec();
let n_positions = model.transformer.wpe.weight.nrows();
for _ in 0..max_new_tokens {
    let seen = ids.len().saturating_sub(n_positions);
    let logits = model.next_token_logits(&ids[seen..])?;
    ids.push(choose(logits.view()));
}
Ok(ids[prompt.len()..].to_vec())
