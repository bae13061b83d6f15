// task 3: each alone
for (token, probability) in probabilities.iter().enumerate() {
    if *probability > u {
        return token;
    }
}
probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0)
