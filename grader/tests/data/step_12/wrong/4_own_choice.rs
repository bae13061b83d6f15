// task 4: chooses itself
let mut choose = choose;
let _ = &mut choose;
let mut ids = prompt.to_vec();
let n_positions = model.transformer.wpe.weight.nrows();
for _ in 0..max_new_tokens {
    let seen = ids.len().saturating_sub(n_positions);
    let logits = model.next_token_logits(&ids[seen..])?;
    ids.push(argmax(logits.view()));
}
Ok(ids)
