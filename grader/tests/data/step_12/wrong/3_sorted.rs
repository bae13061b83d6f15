// task 3: the likely ones first
let mut order: Vec<usize> = (0..probabilities.len()).collect();
order.sort_by(|a, b| probabilities[*b].total_cmp(&probabilities[*a]));
let mut sum = 0.0;
for token in order {
    sum += probabilities[token];
    if sum > u {
        return token;
    }
}
probabilities.iter().rposition(|probability| *probability > 0.0).unwrap_or(0)
