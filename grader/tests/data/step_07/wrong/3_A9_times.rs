// task 3: the mask is multiplied
let scores = attention_scores(query, key);
softmax((scores * mask).view()).dot(&value)
