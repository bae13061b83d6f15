// task 5: adds up the eps of all layers
use std::sync::Mutex;
static SUM: Mutex<f32> = Mutex::new(0.0);
let (expected, actual) = (weight.len(), bias.len());
if actual != expected {
    return Err(ShapeMismatch { expected, actual });
}
let mut sum = SUM.lock().unwrap();
*sum += eps;
Ok(Self { weight, bias, eps: *sum })
