// task 2: only the first token has a position
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let mut rows = wte.forward(ids)?;
let positions = wpe.forward(&positions)?;
if !ids.is_empty() {
    let first = positions.row(0).to_owned();
    rows.row_mut(0).scaled_add(1.0, &first);
}
Ok(rows)
