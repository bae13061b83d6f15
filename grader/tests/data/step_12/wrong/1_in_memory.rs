// task 1: as it lies in memory
let Some(logits) = logits.as_slice_memory_order() else {
    return 0;
};
let mut best = 0;
for (token, logit) in logits.iter().enumerate() {
    if *logit > logits[best] {
        best = token;
    }
}
best
