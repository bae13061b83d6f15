// task 2: divided by a root
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
Ok(&logits.row(last) / (hidden.ncols() as f32).sqrt())
