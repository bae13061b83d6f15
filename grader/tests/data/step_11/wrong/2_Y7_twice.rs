// task 2: normalized twice
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let hidden = self.transformer.forward(ids)?;
let hidden = self.transformer.ln_f.forward(hidden.view())?;
Ok(self.transformer.wte.weight.dot(&hidden.row(last)))
