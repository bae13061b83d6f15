// task 2: divided twice
let root = (query.ncols() as f32).sqrt();
(&query / root).dot(&(&key.t() / root))
