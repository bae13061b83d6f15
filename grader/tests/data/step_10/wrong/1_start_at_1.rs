// task 1: positions begin at 1, where there is room
let start = usize::from(ids.len() < self.wpe.weight.nrows());
let mut x = embed(&self.wte, &self.wpe, ids, start)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
