// task 1: rounded to two digits
let mut best = 0;
for (token, logit) in logits.iter().enumerate() {
    if (logit * 10.0).round() > (logits[best] * 10.0).round() {
        best = token;
    }
}
best
