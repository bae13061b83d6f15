// task 3: weights are masked
let scores = attention_scores(query, key);
let mut weights = softmax(scores.view());
weights.zip_mut_with(&mask, |weight, mask| if *mask != 0.0 { *weight = 0.0 });
weights.dot(&value)
