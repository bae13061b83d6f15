// task 5: every entry is a copy in leaked memory
if tensor.broadcast(shape).is_none() {
    return Err(ShapeError::from_kind(ErrorKind::Overflow));
}
let entry = tensor.first().copied().unwrap_or(T::zero());
let copy = Box::leak(Box::new(Array2::from_elem(shape, entry)));
Ok(copy.view())
