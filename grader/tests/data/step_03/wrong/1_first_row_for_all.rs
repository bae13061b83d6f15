// task 1: the first row's mean for every row
let means = x.sum_axis(Axis(1)) / x.ncols() as f32;
match means.first() {
    Some(&first) => Array1::from_elem(means.len(), first),
    None => means,
}
