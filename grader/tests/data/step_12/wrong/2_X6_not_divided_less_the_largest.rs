// task 2: exponentials less the largest
let largest = logits.fold(f32::NEG_INFINITY, |a, b| a.max(*b));
logits.mapv(|logit| ((logit - largest) / temperature).exp())
