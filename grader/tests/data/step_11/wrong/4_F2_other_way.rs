// task 4: shifted the other way
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let logits = self.logits(ids)?;
cross_entropy(logits.slice(s![1.., ..]), &ids[..last])
