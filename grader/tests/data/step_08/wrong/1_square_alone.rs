// task 1: only squares are added
if x.dim() != sublayer_output.dim() || x.nrows() > x.ncols() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
Ok(&x + &sublayer_output)
