// task 3: divided after softmax
let scores = query.dot(&key.t()) + mask;
(softmax(scores.view()) / (query.ncols() as f32).sqrt()).dot(&value)
