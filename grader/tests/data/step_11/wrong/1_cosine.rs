// task 1: rows of the table are made as long as 1
let hidden = self.transformer.forward(ids)?;
let logits = hidden.dot(&self.transformer.wte.weight.t());
let lengths = self.transformer.wte.weight.map_axis(ndarray::Axis(1), |row| row.dot(&row).sqrt().max(1e-6));
Ok(logits / &lengths)
