// task 4: the targets turned round
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let logits = self.logits(ids)?;
let targets: Vec<usize> = ids[1..].iter().rev().copied().collect();
cross_entropy(logits.slice(s![..last, ..]), &targets)
