// task 2: distances
Array2::from_shape_fn((query.nrows(), key.nrows()), |(i, j)| {
    let off = &query.row(i) - &key.row(j);
    -off.dot(&off) / (query.ncols() as f32).sqrt()
})
