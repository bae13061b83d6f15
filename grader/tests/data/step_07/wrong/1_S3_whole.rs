// task 1: over the whole matrix
let largest = scores.fold(f32::NEG_INFINITY, |a, b| a.max(*b));
let powers = scores.mapv(|score| (score - largest).exp());
let sum = powers.sum();
powers / sum
