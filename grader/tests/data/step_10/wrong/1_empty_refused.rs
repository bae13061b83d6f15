// task 1: no tokens are refused
if ids.is_empty() {
    return Err(ShapeError::from_kind(ndarray::ErrorKind::OutOfBounds));
}
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
