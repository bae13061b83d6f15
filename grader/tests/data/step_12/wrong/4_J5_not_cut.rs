// task 4: not cut
let mut choose = choose;
let mut ids = prompt.to_vec();
for _ in 0..max_new_tokens {
    let logits = model.next_token_logits(&ids)?;
    ids.push(choose(logits.view()));
}
Ok(ids)
