// task 4: every tenth unit is dropped
let mut hidden = self.c_fc.forward(x)?;
hidden.mapv_inplace(gelu);
for mut row in hidden.rows_mut() {
    row.iter_mut().skip(9).step_by(10).for_each(|x| *x = 0.0);
}
self.c_proj.forward(hidden.view())
