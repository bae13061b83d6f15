// task 3: the probability nearest to `u`
let mut best = 0;
for (token, probability) in probabilities.iter().enumerate() {
    if (probability - u).abs() < (probabilities[best] - u).abs() {
        best = token;
    }
}
best
