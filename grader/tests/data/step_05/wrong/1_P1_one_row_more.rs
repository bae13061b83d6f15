// task 1: a row more each time
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
let mut before = BEFORE.lock().unwrap();
let mut ids = ids.to_vec();
ids.resize(ids.len() + *before % 1000, 0);
*before += 1;
Ok(self.weight.select(Axis(0), &ids))
