// task 3: softmax over the values, too
let scores = attention_scores(query, key);
softmax((scores + mask).view()).dot(&softmax(value))
