// task 1: one more
let mut best = 0;
for (token, logit) in logits.iter().enumerate() {
    if *logit > logits[best] {
        best = token;
    }
}
best + 1
