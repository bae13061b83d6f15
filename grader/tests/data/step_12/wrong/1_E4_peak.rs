// task 1: the first peak
let mut best = 0;
while best + 1 < logits.len() && logits[best + 1] > logits[best] {
    best += 1;
}
best
