// task 1: the sum of what all blocks make of the embeddings
let start = embed(&self.wte, &self.wpe, ids, 0)?;
let mut x = start.clone();
for block in &self.h {
    x += &block.forward(start.view())?;
}
Ok(self.ln_f.forward(x.view())?)
