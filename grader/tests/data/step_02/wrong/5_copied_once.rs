// task 5: a view of a copy in leaked memory
let copy = Box::leak(Box::new(tensor.clone()));
copy.broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
