// task 3: queries and keys exchanged
let scores = attention_scores(key, query);
softmax((scores + mask).view()).dot(&value)
