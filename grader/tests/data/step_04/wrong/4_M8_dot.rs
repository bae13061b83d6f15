// task 4: only the product of the second layer
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(gelu);
if hidden.ncols() != self.c_proj.weight.nrows() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(hidden.dot(&self.c_proj.weight))
