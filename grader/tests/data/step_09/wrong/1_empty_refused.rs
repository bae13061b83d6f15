// task 1: no tokens are refused
if x.nrows() == 0 {
    return Err(ShapeError::from_kind(ndarray::ErrorKind::IncompatibleShape));
}
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))
