// task 3: each alone, or the first
for (token, probability) in probabilities.iter().enumerate() {
    if *probability > u {
        return token;
    }
}
0
