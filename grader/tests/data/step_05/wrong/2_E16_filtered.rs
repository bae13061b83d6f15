// task 2: leaves out
let ids: Vec<usize> = ids.iter().copied().filter(|id| *id < num_classes).collect();
let mut rows = Array2::zeros((ids.len(), num_classes));
for (row, id) in ids.iter().enumerate() {
    rows[[row, *id]] = 1.0;
}
Ok(rows)
