// task 4: the first unit is not activated
let mut hidden = self.c_fc.forward(x)?;
for mut row in hidden.rows_mut() {
    row.iter_mut().skip(1).for_each(|x| *x = gelu(*x));
}
self.c_proj.forward(hidden.view())
