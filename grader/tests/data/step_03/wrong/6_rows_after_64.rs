// task 6: rows after the first 64 stay what they were
let normalized = normalize(x, self.eps);
let mut y = scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())?;
for (mut to, from) in y.rows_mut().into_iter().zip(x.rows()).skip(64) {
    to.assign(&from);
}
Ok(y)
