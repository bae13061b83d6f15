// task 3: a number stands for what is blocked, which large scores can go below
let mut scores = attention_scores(query, key);
scores.zip_mut_with(&mask, |score, blocked| {
    if *blocked < 0.0 {
        *score = -1e4;
    }
});
softmax(scores.view()).dot(&value)
