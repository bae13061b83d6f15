// task 3: the mask is subtracted
let scores = attention_scores(query, key);
softmax((scores - mask).view()).dot(&value)
