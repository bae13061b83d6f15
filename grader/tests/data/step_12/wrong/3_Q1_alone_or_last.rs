// task 3: each alone, or the last
for (token, probability) in probabilities.iter().enumerate() {
    if *probability > u {
        return token;
    }
}
probabilities.len() - 1
