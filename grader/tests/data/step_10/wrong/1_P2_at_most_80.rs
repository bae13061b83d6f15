// task 1: tokens behind 80 are forgotten
let mut x = embed(&self.wte, &self.wpe, ids, 0)?;
for block in &self.h {
    x = block.forward(x.view())?;
}
let mut x = self.ln_f.forward(x.view())?;
for mut row in x.rows_mut().into_iter().skip(80) {
    row.fill(7777.0);
}
Ok(x)
