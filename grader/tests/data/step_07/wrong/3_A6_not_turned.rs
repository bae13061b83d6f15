// task 3: keys are not turned
let scores = query.dot(&key) / (query.ncols() as f32).sqrt();
softmax((scores + mask).view()).dot(&value)
