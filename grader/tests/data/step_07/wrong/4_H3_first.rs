// task 4: three times the first
if !qkv.ncols().is_multiple_of(3) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let channels = qkv.ncols() / 3;
Ok([0, 1, 2].map(|_| qkv.slice(s![.., ..channels]).to_owned()))
