// task 1: ids are taken modulo the vocabulary
let wrapped: Vec<usize> = ids.iter().map(|id| id % self.wte.weight.nrows()).collect();
let mut x = embed(&self.wte, &self.wpe, &wrapped, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
