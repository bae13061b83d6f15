// task 4: both are cut at the end
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let logits = self.logits(ids)?;
cross_entropy(logits.slice(s![..last, ..]), &ids[..last])
