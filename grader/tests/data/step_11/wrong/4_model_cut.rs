// task 4: the model does not see the last token but one
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
if last == 0 {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let logits = self.logits(&ids[1..])?;
cross_entropy(logits.view(), &ids[1..])
