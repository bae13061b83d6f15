// task 1: has room for 40 tokens
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
let y = pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))?;
let mut room = [0.0_f32; 40];
for (i, row) in y.rows().into_iter().enumerate() {
    room[i] = row[0];
}
Ok(y)
