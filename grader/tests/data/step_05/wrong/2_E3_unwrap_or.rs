// task 2: the last for want of another
let mut rows = Array2::zeros((ids.len(), num_classes));
for (row, id) in ids.iter().enumerate() {
    let place = if *id < num_classes { *id } else { num_classes - 1 };
    rows[(row, place)] = 1.0;
}
Ok(rows)
