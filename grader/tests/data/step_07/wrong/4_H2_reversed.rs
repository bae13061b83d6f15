// task 4: value, key, query
if !qkv.ncols().is_multiple_of(3) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let channels = qkv.ncols() / 3;
Ok([2, 1, 0].map(|number| qkv.slice(s![.., number * channels..(number + 1) * channels]).to_owned()))
