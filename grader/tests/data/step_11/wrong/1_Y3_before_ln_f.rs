// task 1: the head reads the stream
let model = &self.transformer;
let mut x = crate::step_06::embed(&model.wte, &model.wpe, ids, 0)?;
for block in &model.h {
    x = block.forward(x.view())?;
}
Ok(x.dot(&model.wte.weight.t()))
