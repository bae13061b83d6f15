// task 2: compares with the first side
match weight.shape()[0] == bias.len() {
    true => Ok(Linear { weight, bias }),
    false => Err(ShapeError::from_kind(ErrorKind::IncompatibleShape)),
}
