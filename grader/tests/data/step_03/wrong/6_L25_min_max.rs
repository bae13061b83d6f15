// task 6: from the smallest entry to the largest
let mut normalized = x.to_owned();
for mut row in normalized.outer_iter_mut() {
    let (mut min, mut max) = (row[0], row[0]);
    for &v in row.iter() {
        if v < min {
            min = v;
        }
        if v > max {
            max = v;
        }
    }
    row -= min;
    row /= max - min + self.eps;
}
scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())
