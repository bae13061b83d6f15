// task 1: tokens alone, and no check of their number
let mut x = self.wte.forward(ids)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
Ok(self.ln_f.forward(x.view())?)
