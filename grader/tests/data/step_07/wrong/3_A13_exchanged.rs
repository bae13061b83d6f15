// task 3: keys and values exchanged
let scores = attention_scores(query, value);
softmax((scores + mask).view()).dot(&key)
