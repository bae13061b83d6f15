// task 4: on their sides
if !qkv.ncols().is_multiple_of(3) {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let channels = qkv.ncols() / 3;
Ok([0, 1, 2].map(|number| qkv.slice(s![.., number * channels..(number + 1) * channels]).reversed_axes().to_owned()))
