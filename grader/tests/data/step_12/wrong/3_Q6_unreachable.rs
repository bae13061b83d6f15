// task 3: said to be unreachable
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return token;
    }
}
unreachable!("the sum is 1")
