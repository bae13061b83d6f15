// task 4: ends at token 0
let mut choose = choose;
let mut ids = prompt.to_vec();
let n_positions = model.transformer.wpe.weight.nrows();
for _ in 0..max_new_tokens {
    let seen = ids.len().saturating_sub(n_positions);
    let logits = model.next_token_logits(&ids[seen..])?;
    let next = choose(logits.view());
    ids.push(next);
    if next == 0 {
        break;
    }
}
Ok(ids)
