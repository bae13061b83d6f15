// task 3: the mask is added to the weights
let scores = attention_scores(query, key);
(softmax(scores.view()) + mask).dot(&value)
