// task 3: or as large
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum >= u {
        return token;
    }
}
probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0)
