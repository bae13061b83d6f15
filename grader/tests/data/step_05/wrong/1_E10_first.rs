// task 1: the first rows
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
Ok(self.weight.slice(ndarray::s![..ids.len(), ..]).to_owned())
