// task 1: probabilities
use crate::step_07::softmax;
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(softmax(logits.view()))
