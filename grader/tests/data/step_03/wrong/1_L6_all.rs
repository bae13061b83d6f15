// task 1: the mean of the whole array, for every row
Array1::from_elem(x.nrows(), x.sum() / x.len() as f32)
