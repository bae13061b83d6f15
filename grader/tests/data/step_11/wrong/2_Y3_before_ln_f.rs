// task 2: the head reads the stream
let Some(last) = ids.len().checked_sub(1) else {
    return Err(ShapeError::from_kind(ErrorKind::OutOfBounds));
};
let model = &self.transformer;
let mut x = crate::step_06::embed(&model.wte, &model.wpe, ids, 0)?;
for block in &model.h {
    x = block.forward(x.view())?;
}
Ok(model.wte.weight.dot(&x.row(last)))
