// task 4: expects
let hidden = self.c_fc.forward(x).expect("it fits").mapv(gelu);
Ok(self.c_proj.forward(hidden.view()).expect("it fits"))
