// task 3: weights are turned
let scores = attention_scores(query, key);
softmax((scores + mask).view()).t().dot(&value)
