// task 1: the first is skipped
let (mut best, mut largest) = (0, f32::NEG_INFINITY);
for (token, logit) in logits.iter().enumerate().skip(1) {
    if *logit > largest {
        (best, largest) = (token, *logit);
    }
}
best
