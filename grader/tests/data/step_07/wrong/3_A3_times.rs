// task 3: times the root
let scores = query.dot(&key.t()) * (query.ncols() as f32).sqrt();
softmax((scores + mask).view()).dot(&value)
