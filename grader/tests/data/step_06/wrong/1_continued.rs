// task 1: goes on where the call before ended
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
let mut before = BEFORE.lock().unwrap();
let first = if *before == start { start } else { start + 1 };
*before = start;
let end = start.checked_add(length).filter(|end| *end <= n_positions);
let end = end.ok_or(ShapeError::from_kind(ErrorKind::OutOfBounds))?;
Ok((first..end + first - start).collect())
