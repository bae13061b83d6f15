// task 1: the smallest
let mut best = 0;
for (token, logit) in logits.iter().enumerate() {
    if *logit < logits[best] {
        best = token;
    }
}
best
