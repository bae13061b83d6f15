// task 6: lengths are not compared, and too long ones go unnoticed
let mut y = normalize(x, self.eps);
for mut row in y.rows_mut() {
    for (j, v) in row.iter_mut().enumerate() {
        *v = *v * self.weight[j] + self.bias[j];
    }
}
Ok(y)
