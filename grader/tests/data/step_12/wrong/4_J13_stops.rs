// task 4: ends where positions end
let mut choose = choose;
let mut ids = prompt.to_vec();
let n_positions = model.transformer.wpe.weight.nrows();
for _ in 0..max_new_tokens {
    if ids.len() >= n_positions {
        break;
    }
    let seen = ids.len().saturating_sub(n_positions);
    let logits = model.next_token_logits(&ids[seen..])?;
    ids.push(choose(logits.view()));
}
Ok(ids)
