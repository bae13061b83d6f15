// task 2: a row more each time
let positions = positions(start, ids.len(), wpe.weight.nrows())?;
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
let mut before = BEFORE.lock().unwrap();
let mut sum = wte.forward(ids)? + wpe.forward(&positions)?;
for _ in 0..*before % 1000 {
    sum.push_row(wte.weight.row(0))?;
}
*before += 1;
Ok(sum)
