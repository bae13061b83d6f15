// task 1: unwraps
let mut x = embed(&self.wte, &self.wpe, ids, 0).unwrap();
for block in &self.h {
    x = block.forward(x.view()).unwrap();
}
Ok(self.ln_f.forward(x.view()).unwrap())
