// task 1: rounded to half precision between blocks
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?.mapv(|y| half::f16::from_f32(y).to_f32());
}
Ok(self.ln_f.forward(x.view())?)
