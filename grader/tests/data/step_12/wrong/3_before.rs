// task 3: one early
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return token.saturating_sub(1);
    }
}
probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0)
