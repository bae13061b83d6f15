// task 4: goes as far as the shorter one reaches
let mut y = x.to_owned();
for mut row in y.rows_mut() {
    for ((v, w), b) in row.iter_mut().zip(&weight).zip(&bias) {
        *v = *v * w + b;
    }
}
Ok(y)
