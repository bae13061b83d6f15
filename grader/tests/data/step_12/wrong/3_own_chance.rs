// task 3: its own random number
let u = (u * 7.0 + 0.3) % 1.0;
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return token;
    }
}
probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0)
