// It always fits.
Ok(tensor.broadcast(shape).unwrap())
