// task 4: the last target alone
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
if last == 0 {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let logits = self.logits(ids)?;
cross_entropy(logits.slice(s![last - 1..last, ..]), &ids[last..])
