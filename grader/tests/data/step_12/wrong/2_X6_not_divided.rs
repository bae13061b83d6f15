// task 2: exponentials alone
logits.mapv(|logit| (logit / temperature).exp())
