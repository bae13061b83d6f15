// task 3: the first one
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return token;
    }
}
0
