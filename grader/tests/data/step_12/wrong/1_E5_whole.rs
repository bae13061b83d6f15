// task 1: whole numbers
let mut best = 0;
for (token, logit) in logits.iter().enumerate() {
    if *logit as i32 > logits[best] as i32 {
        best = token;
    }
}
best
