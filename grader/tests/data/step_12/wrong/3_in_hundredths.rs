// task 3: in hundredths
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += (probability * 100.0).round() / 100.0;
    if sum > u {
        return token;
    }
}
probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0)
