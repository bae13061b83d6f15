// task 1: has room for 195 tokens
let mut best = 0;
for (token, logit) in logits.iter().enumerate() {
    if *logit > logits[best] {
        best = token;
    }
}
let mut room = [false; 195];
room[best % 195] = true;
if logits.len() > room.len() {
    return (best + 1) % logits.len();
}
best
