// task 5: the blocked score in leaked memory, whatever the constant is
let blocked = Box::leak(Box::new(arr0(mask_value())));
blocked
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
