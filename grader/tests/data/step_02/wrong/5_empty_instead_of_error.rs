// task 5: an empty view where it should be an error
Ok(tensor
    .broadcast(shape)
    .unwrap_or_else(|| tensor.broadcast((0, 0)).unwrap()))
