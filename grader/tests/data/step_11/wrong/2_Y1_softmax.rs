// task 2: probabilities
use crate::step_07::softmax;
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(softmax(logits.view()).row(last).to_owned())
