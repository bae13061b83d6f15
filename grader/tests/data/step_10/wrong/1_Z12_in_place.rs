// task 1: added in place
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    let y = block.forward(x.view())?;
    x += &y;
}
Ok(self.ln_f.forward(x.view())?)
