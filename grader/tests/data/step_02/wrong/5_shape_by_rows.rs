// task 5: remembers the columns by the rows
static SHAPES: std::sync::Mutex<std::collections::BTreeMap<usize, usize>> =
    std::sync::Mutex::new(std::collections::BTreeMap::new());
tensor
    .broadcast(shape)
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))?;
let columns = *SHAPES.lock().unwrap().entry(shape.0).or_insert(shape.1);
tensor
    .broadcast((shape.0, columns))
    .ok_or(ShapeError::from_kind(ErrorKind::Overflow))
