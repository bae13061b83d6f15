// task 3: behind the last
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return token;
    }
}
probabilities.len()
