// task 3: one late, but not too late
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return (token + 1).min(probabilities.len() - 1);
    }
}
probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0)
