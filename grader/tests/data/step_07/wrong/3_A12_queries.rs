// task 3: softmax over queries
let scores = attention_scores(query, key) + mask;
softmax(scores.t()).t().dot(&value)
