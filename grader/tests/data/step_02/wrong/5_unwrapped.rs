// task 5: panics where it should be an error
Ok(tensor.broadcast(shape).unwrap())
