// task 4: the perplexity
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let logits = self.logits(ids)?;
Ok(cross_entropy(logits.slice(s![..last, ..]), &ids[1..])?.exp())
