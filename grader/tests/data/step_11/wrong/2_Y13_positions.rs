// task 2: the table of positions
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let hidden = self.transformer.forward(ids)?;
Ok(self.transformer.wpe.weight.dot(&hidden.row(last)))
