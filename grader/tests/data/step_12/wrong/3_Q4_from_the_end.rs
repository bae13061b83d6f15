// task 3: from the end
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate().rev() {
    sum += probability;
    if sum > u {
        return token;
    }
}
probabilities.iter().position(|probability| *probability > 0.0).unwrap_or(0)
