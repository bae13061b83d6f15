// task 1: has room for 128 channels
if x.dim() != sublayer_output.dim() {
    return Err(ShapeError::from_kind(ErrorKind::IncompatibleShape));
}
let mut row = [0.0_f32; 128];
let mut sum = x.to_owned();
for (mut sums, others) in sum.rows_mut().into_iter().zip(sublayer_output.rows()) {
    for (j, other) in others.iter().enumerate() {
        row[j] = *other;
        sums[j] += row[j];
    }
}
Ok(sum)
