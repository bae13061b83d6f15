// task 1: no look at the end, by name
let end = start + length;
let places = start..end;
Ok(places.collect())
