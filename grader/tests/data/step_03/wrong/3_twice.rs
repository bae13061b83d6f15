// task 3: normalizes twice
let mut y = x.to_owned();
for _ in 0..2 {
    let (means, variances) = (mean(y.view()), variance(y.view()));
    y -= &means.insert_axis(Axis(1));
    y /= &variances.mapv(|variance| (variance + eps).sqrt()).insert_axis(Axis(1));
}
y
