// task 4: the text itself is cut
let mut choose = choose;
let mut ids = prompt.to_vec();
let n_positions = model.transformer.wpe.weight.nrows();
for _ in 0..max_new_tokens {
    let seen = ids.len().saturating_sub(n_positions);
    ids.drain(..seen);
    let logits = model.next_token_logits(&ids)?;
    ids.push(choose(logits.view()));
}
Ok(ids)
