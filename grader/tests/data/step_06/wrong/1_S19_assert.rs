// task 1: asserts
let end = start.checked_add(length).unwrap();
assert!(end <= n_positions);
Ok((start..end).collect())
