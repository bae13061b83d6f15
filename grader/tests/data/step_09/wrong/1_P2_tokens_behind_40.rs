// task 1: tokens behind the fortieth are left as they were
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
let mut y = pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))?;
for i in 40..y.nrows() {
    y.row_mut(i).assign(&x.row(i));
}
Ok(y)
