// task 3: by the number of channels
let scores = query.dot(&key.t()) / query.ncols() as f32;
softmax((scores + mask).view()).dot(&value)
