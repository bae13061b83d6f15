// task 3: blocked scores are 0
let scores = attention_scores(query, key);
let mut scores = scores;
scores.zip_mut_with(&mask, |score, mask| if *mask != 0.0 { *score = 0.0 });
softmax(scores.view()).dot(&value)
