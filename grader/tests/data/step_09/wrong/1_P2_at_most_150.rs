// task 1: has room for 150 numbers
let x = pre_norm(x, &self.ln_1, |h| self.attn.forward(h))?;
let y = pre_norm(x.view(), &self.ln_2, |h| self.mlp.forward(h))?;
let mut room = [0.0_f32; 150];
for (place, entry) in y.iter().enumerate() {
    room[place] = *entry;
}
Ok(y)
