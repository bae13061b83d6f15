// task 3: from the smallest entry to the largest
let mut y = x.to_owned();
for mut row in y.rows_mut() {
    let min = row.fold(f32::INFINITY, |min, &v| min.min(v));
    let max = row.fold(f32::NEG_INFINITY, |max, &v| max.max(v));
    row.mapv_inplace(|v| (v - min) / (max - min + eps));
}
y
