// task 2: absolute values instead of squares
let mut result = Array1::zeros(x.nrows());
for (spread, (row, m)) in result.iter_mut().zip(x.rows().into_iter().zip(mean(x))) {
    for v in row {
        *spread += (v - m).abs();
    }
    *spread /= x.ncols() as f32;
}
result
