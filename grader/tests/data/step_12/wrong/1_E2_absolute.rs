// task 1: the largest absolute value
let mut best = 0;
for (token, logit) in logits.iter().enumerate() {
    if logit.abs() > logits[best].abs() {
        best = token;
    }
}
best
