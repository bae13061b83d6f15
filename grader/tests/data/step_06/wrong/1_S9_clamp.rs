// task 1: the last from there on, by clamp
let end = start + length;
Ok((start..end).map(|place| place.clamp(0, n_positions - 1)).collect())
