// task 1: one less
let mut best = 0;
for (token, logit) in logits.iter().enumerate() {
    if *logit > logits[best] {
        best = token;
    }
}
best.saturating_sub(1)
