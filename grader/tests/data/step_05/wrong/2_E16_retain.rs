// task 2: leaves out, by retain
let mut ids = ids.to_vec();
ids.retain(|id| *id < num_classes);
let mut rows = Array2::zeros((ids.len(), num_classes));
for (row, id) in ids.iter().enumerate() {
    rows[[row, *id]] = 1.0;
}
Ok(rows)
