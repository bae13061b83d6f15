// task 3: the best key alone
let scores = attention_scores(query, key) * 1e4;
softmax((scores + mask).view()).dot(&value)
