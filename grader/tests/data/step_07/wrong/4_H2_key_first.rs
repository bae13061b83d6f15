// task 4: key, query, value
if !qkv.ncols().is_multiple_of(3) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let channels = qkv.ncols() / 3;
Ok([1, 0, 2].map(|number| qkv.slice(s![.., number * channels..(number + 1) * channels]).to_owned()))
