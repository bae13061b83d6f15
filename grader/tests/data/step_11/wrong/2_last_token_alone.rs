// task 2: the last token alone goes through the model
if ids.is_empty() {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let hidden = self.transformer.forward(&ids[ids.len() - 1..])?;
Ok(self.transformer.wte.weight.dot(&hidden.row(0)))
