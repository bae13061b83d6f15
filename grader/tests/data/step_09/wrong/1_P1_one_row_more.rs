// task 1: a row more each time
use std::sync::Mutex;
static BEFORE: Mutex<usize> = Mutex::new(0);
let mut before = BEFORE.lock().unwrap();
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
let mut y = pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))?;
for _ in 0..*before % 1000 {
    y.push_row(ndarray::Array1::zeros(x.ncols()).view())?;
}
*before += 1;
Ok(y)
