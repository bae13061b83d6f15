// task 2: has room for 128 channels
let normalized = norm.forward(x)?;
let output = sublayer(normalized.view())?;
let sum = residual(x, output.view())?;
let mut room = [0.0_f32; 128];
let mut y = sum.clone();
for (mut y, sum) in y.rows_mut().into_iter().zip(sum.rows()) {
    for (j, sum) in sum.iter().enumerate() {
        room[j] = *sum;
        y[j] = room[j];
    }
}
Ok(y)
