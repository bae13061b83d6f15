// task 4: divided by all tokens
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let logits = self.logits(ids)?;
let mean = cross_entropy(logits.slice(s![..last, ..]), &ids[1..])?;
Ok(mean * last as f32 / ids.len() as f32)
