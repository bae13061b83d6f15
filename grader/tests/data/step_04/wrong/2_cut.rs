// task 2: a longer bias is cut
if bias.len() < weight.ncols() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let bias = bias.slice(ndarray::s![..weight.ncols()]).to_owned();
Ok(Self { weight, bias })
