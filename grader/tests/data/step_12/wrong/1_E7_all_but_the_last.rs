// task 1: the last is left out
let mut best = 0;
for token in 0..logits.len() - 1 {
    if logits[token] > logits[best] {
        best = token;
    }
}
best
