// task 1: tokens alone
let mut x = self.wte.forward(ids)?;
if ids.len() > self.wpe.weight.nrows() {
    return Err(ShapeError::from_kind(ndarray::ErrorKind::OutOfBounds));
}
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
