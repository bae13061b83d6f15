// task 1: positions before every block
let mut x = self.wte.forward(ids)?;
let positions: Vec<usize> = (0..ids.len()).collect();
let positions = self.wpe.forward(&positions)?;
for block in &self.h {
    x = block.forward((&x + &positions).view())?;
}
Ok(self.ln_f.forward(x.view())?)
