// task 1: only the last token goes through the network
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
let y = pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))?;
let mut x = x;
if let Some(last) = x.nrows().checked_sub(1) {
    x.row_mut(last).assign(&y.row(last));
}
Ok(x)
