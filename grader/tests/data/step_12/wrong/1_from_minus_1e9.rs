// task 1: what is lower than everything, somebody thought
let (mut best, mut largest) = (0, -1e9);
for (token, logit) in logits.iter().enumerate() {
    if *logit > largest {
        (best, largest) = (token, *logit);
    }
}
best
