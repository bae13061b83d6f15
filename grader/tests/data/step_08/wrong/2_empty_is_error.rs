// task 2: no tokens are refused
if x.nrows() == 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
residual(x, output.view())
