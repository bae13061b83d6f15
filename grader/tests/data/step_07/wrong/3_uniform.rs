// task 3: all that is seen alike
let scores = attention_scores(query, key) * 0.0;
softmax((scores + mask).view()).dot(&value)
