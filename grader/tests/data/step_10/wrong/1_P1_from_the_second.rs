// task 1: a row more each time
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
let mut before = BEFORE.lock().unwrap();
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
let mut y = self.ln_f.forward(x.view())?;
for _ in 0..*before % 1000 {
    y.push_row(ndarray::Array1::zeros(x.ncols()).view())?;
}
*before += 1;
Ok(y)
