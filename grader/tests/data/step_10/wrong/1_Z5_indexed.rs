// task 1: the first block alone
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
x = self.h[0].forward(x.view())?;
Ok(self.ln_f.forward(x.view())?)
