// task 1: begins with the smallest number above 0
let (mut best, mut largest) = (0, f32::MIN_POSITIVE);
for (token, logit) in logits.iter().enumerate() {
    if *logit > largest {
        (best, largest) = (token, *logit);
    }
}
best
