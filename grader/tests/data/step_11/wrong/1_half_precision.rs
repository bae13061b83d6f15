// task 1: in half precision
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(logits.mapv(|logit| half::f16::from_f32(logit).to_f32()))
