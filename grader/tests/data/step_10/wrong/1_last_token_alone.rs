// task 1: the last token alone
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
let x = self.ln_f.forward(x.view())?;
let from = x.nrows().saturating_sub(1);
Ok(x.slice(ndarray::s![from.., ..]).to_owned())
