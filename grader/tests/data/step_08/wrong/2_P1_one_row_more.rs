// task 2: remembers a row of the call before
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
let mut sum = residual(x, output.view())?;
let mut before = BEFORE.lock().unwrap();
for _ in 0..*before % 1000 {
    sum.push_row(ndarray::Array1::zeros(x.ncols()).view())?;
}
*before += 1;
Ok(sum)
