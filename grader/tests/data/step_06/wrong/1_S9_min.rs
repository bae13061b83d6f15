// task 1: the last from there on
Ok((start..start + length).map(|place| place.min(n_positions - 1)).collect())
