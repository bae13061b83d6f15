// task 2: where there is one
let mut rows = Array2::zeros((ids.len(), num_classes));
for (row, id) in ids.iter().enumerate() {
    if let Some(entry) = rows.get_mut((row, *id)) {
        *entry = 1.0;
    }
}
Ok(rows)
