// task 1: a whole number as a key
let places = 0..logits.len();
places.max_by_key(|place| logits[*place] as i32).unwrap_or(0)
