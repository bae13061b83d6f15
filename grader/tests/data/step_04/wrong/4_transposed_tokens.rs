// task 4: one token after the other, the last first
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(gelu);
let mut y = self.c_proj.forward(hidden.view())?;
y.invert_axis(ndarray::Axis(0));
Ok(y)
