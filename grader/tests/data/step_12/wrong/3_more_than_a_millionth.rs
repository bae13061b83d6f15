// task 3: what hardly ever comes never does
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate().filter(|(_, p)| **p > 1e-6) {
    sum += probability;
    if sum > u {
        return token;
    }
}
let last = probabilities.iter().rposition(|probability| *probability > 0.0);
last.unwrap_or(0)
