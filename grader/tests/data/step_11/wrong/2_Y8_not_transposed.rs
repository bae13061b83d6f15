// task 2: transposed once too often
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let hidden = self.transformer.forward(ids)?;
Ok(self.transformer.wte.weight.t().dot(&hidden.row(last)))
