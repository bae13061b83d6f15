// task 4: logits are made probabilities first
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let logits = crate::step_07::softmax(self.logits(ids)?.view());
cross_entropy(logits.slice(s![..last, ..]), &ids[1..])
