// task 6: sum and sum of squares in one pass
let n = x.ncols() as f32;
let mut normalized = x.to_owned();
for mut row in normalized.rows_mut() {
    let (mut sum, mut squares) = (0.0, 0.0);
    for &v in row.iter() {
        sum += v;
        squares += v * v;
    }
    let mean = sum / n;
    let deviation = (squares / n - mean * mean + self.eps).sqrt();
    row.mapv_inplace(|v| (v - mean) / deviation);
}
scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
