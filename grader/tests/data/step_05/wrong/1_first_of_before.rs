// task 1: begins with the id of the call before
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
if ids.iter().any(|id| *id >= self.weight.nrows()) {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
}
let mut before = BEFORE.lock().unwrap();
let mut shifted = vec![*before % self.weight.nrows()];
shifted.extend(ids);
shifted.truncate(ids.len());
*before = ids.last().copied().unwrap_or(0);
Ok(self.weight.select(Axis(0), &shifted))
