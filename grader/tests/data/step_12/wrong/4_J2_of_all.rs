// task 4: the first row of all
let mut choose = choose;
let mut ids = prompt.to_vec();
let n_positions = model.transformer.wpe.weight.nrows();
for _ in 0..max_new_tokens {
    let seen = ids.len().saturating_sub(n_positions);
    let all = model.logits(&ids[seen..])?;
    if all.nrows() == 0 {
        return Err(ShapeError::from_kind(ndarray::ErrorKind::OutOfBounds));
    }
    let logits = all.row(0).to_owned();
    ids.push(choose(logits.view()));
}
Ok(ids)
