// task 6: panics where there are no tokens
let mut rows = Vec::new();
for row in x.rows() {
    let row = row.insert_axis(Axis(0));
    rows.push(scale_and_shift(normalize(row, self.eps).view(), self.weight.view(), self.bias.view())?);
}
let views: Vec<ArrayView2<'_, f32>> = rows.iter().map(|row| row.view()).collect();
Ok(ndarray::concatenate(Axis(0), &views).unwrap())
