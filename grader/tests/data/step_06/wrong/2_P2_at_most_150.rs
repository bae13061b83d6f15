// task 2: has room for 150
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
let sum = wte.forward(ids)? + wpe.forward(&positions)?;
let mut kept = vec![[0.0; 150]; 150];
for table in [wte, wpe] {
    for ((i, j), entry) in table.weight.indexed_iter() {
        kept[i][j] = *entry;
    }
}
let _ = &kept[..ids.len()];
Ok(sum)
