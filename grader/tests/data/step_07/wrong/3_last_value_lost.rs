// task 3: the last value is lost
let scores = attention_scores(query, key);
let mut value = value.to_owned();
if value.nrows() > 1 { let last = value.nrows() - 1; value.row_mut(last).fill(0.0); }
softmax((scores + mask).view()).dot(&value)
