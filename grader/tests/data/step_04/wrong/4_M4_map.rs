// task 4: the activation comes last, by map
let hidden = self.c_fc.forward(x)?;
self.c_proj.forward(hidden.view()).map(|mut y| {
    y.mapv_inplace(gelu);
    y
})
