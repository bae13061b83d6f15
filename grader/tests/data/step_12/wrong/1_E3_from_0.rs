// task 1: begins with 0
let (mut best, mut largest) = (0, 0.0);
for (token, logit) in logits.iter().enumerate() {
    if *logit > largest {
        (best, largest) = (token, *logit);
    }
}
best
