// task 2: the first row
if ids.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let hidden = self.transformer.forward(ids)?;
Ok(self.transformer.wte.weight.dot(&hidden.row(0)))
