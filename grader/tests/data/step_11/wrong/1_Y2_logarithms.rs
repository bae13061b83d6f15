// task 1: logarithms of probabilities
use crate::step_07::softmax;
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(softmax(logits.view()).mapv(f32::ln))
