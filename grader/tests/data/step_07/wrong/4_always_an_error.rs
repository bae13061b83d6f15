// task 4: tokens must divide by 3, too
if qkv.len() % 9 != 0 {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let channels = qkv.ncols() / 3;
Ok([0, 1, 2].map(|number| qkv.slice(s![.., number * channels..(number + 1) * channels]).to_owned()))
