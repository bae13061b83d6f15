// task 2: no maximum
let powers = logits.mapv(|logit| (logit / temperature).exp());
let sum = powers.sum();
powers / sum
