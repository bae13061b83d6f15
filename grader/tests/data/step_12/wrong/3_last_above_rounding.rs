// task 3: behind the sum, what is no more than rounding does not count
let mut sum = 0.0;
for (token, probability) in probabilities.iter().enumerate() {
    sum += probability;
    if sum > u {
        return token;
    }
}
let last = probabilities.iter().rposition(|probability| *probability > f32::EPSILON);
last.unwrap_or(0)
