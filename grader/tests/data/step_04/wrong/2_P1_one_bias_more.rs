// task 2: one bias more each time
if bias.len() != weight.ncols() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
let mut before = BEFORE.lock().unwrap();
let mut bias = bias.to_vec();
bias.resize(bias.len() + *before, 0.0);
*before += 1;
Ok(Self { weight, bias: Array1::from(bias) })
