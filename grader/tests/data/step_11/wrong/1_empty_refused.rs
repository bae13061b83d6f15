// task 1: no tokens are refused
if ids.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(logits)
