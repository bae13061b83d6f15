// task 3: a score of -10 where blocked
let scores = attention_scores(query, key);
let mask = mask.mapv(|mask| mask.max(-10.0));
softmax((scores + mask).view()).dot(&value)
