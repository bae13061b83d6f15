// task 1: begins anew
Ok((start..start + length).map(|place| place % n_positions).collect())
