// task 3: open keys count double
let scores = attention_scores(query, key) * 2.0;
softmax((scores + mask).view()).dot(&value)
