// task 4: columns in turn
if !qkv.ncols().is_multiple_of(3) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let channels = qkv.ncols() / 3;
Ok([0, 1, 2].map(|number| qkv.slice(s![.., number..;3]).to_owned()))
