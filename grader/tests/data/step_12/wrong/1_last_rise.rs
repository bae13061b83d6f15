// task 1: the last that is larger than the one before
let mut best = 0;
for token in 1..logits.len() {
    if logits[token] > logits[token - 1] {
        best = token;
    }
}
best
