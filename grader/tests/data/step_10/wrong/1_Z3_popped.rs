// task 1: blocks are popped
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
let mut blocks = self.h.clone();
while let Some(block) = blocks.pop() {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
