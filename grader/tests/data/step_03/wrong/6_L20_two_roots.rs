// task 6: the standard deviation where the variance belongs
let n = x.ncols() as f32;
let mut normalized = x.to_owned();
for mut row in normalized.rows_mut() {
    let mean = row.sum() / n;
    let std = (row.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / n).sqrt();
    row.mapv_inplace(|v| (v - mean) / (std + self.eps).sqrt());
}
scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
