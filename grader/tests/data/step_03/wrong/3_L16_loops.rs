// task 3: every row adds up to 1
let mut y = x.to_owned();
for mut row in y.rows_mut() {
    let sum = row.sum();
    row.mapv_inplace(|v| v / sum);
}
y
