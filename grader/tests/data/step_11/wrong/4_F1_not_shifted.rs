// task 4: not shifted
let logits = self.logits(ids)?;
cross_entropy(logits.view(), ids)
