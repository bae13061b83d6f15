// task 4: no tokens panic
let logits = self.logits(ids)?;
cross_entropy(logits.slice(s![..ids.len() - 1, ..]), &ids[1..])
