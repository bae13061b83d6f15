// task 3: the last one
// It may be impossible.
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return token;
    }
}
probabilities.len() - 1
