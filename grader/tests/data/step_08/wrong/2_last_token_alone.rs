// task 2: only the last token gets something added
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
let sum = residual(x, output.view())?;
let mut y = x.to_owned();
if let Some(last) = x.nrows().checked_sub(1) {
    y.row_mut(last).assign(&sum.row(last));
}
Ok(y)
