// task 2: the largest is subtracted before it is divided
let largest = logits.fold(f32::NEG_INFINITY, |a, b| a.max(*b));
let powers = logits.mapv(|logit| (logit / temperature - largest).exp());
let sum = powers.sum();
powers / sum
