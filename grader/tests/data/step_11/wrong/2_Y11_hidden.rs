// task 2: the hidden state
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let hidden = self.transformer.forward(ids)?;
Ok(hidden.row(last).to_owned())
