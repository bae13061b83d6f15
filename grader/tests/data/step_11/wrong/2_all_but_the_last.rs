// task 2: the last token is left out
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let hidden = self.transformer.forward(&ids[..last.max(1)])?;
Ok(self.transformer.wte.weight.dot(&hidden.row(hidden.nrows() - 1)))
