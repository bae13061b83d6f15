// task 1: begins anew, in a loop
let end = start + length;
let mut places = Vec::with_capacity(length);
for place in start..end {
    places.push(place % n_positions);
}
Ok(places)
