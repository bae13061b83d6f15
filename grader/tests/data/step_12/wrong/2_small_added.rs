// task 2: something small is added
let largest = logits.fold(f32::NEG_INFINITY, |a, b| a.max(*b));
let powers = logits.mapv(|logit| ((logit - largest) / temperature).exp());
let sum = powers.sum() + 1e-3;
powers / sum
