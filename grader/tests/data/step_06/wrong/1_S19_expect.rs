// task 1: expects
let end = start.checked_add(length).filter(|end| *end <= n_positions);
let end = end.expect("there are so many");
Ok((start..end).collect())
