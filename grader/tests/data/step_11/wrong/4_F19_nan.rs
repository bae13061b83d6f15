// task 4: NaN for one token
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
if last == 0 {
    return Ok(f32::NAN);
}
let logits = self.logits(ids)?;
cross_entropy(logits.slice(s![..last, ..]), &ids[1..])
