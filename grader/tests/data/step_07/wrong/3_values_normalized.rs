// task 3: divided by the number of keys
let scores = attention_scores(query, key);
softmax((scores + mask).view()).dot(&value) / key.nrows() as f32
