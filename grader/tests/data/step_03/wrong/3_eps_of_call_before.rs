// task 3: adds the eps of the call before
use std::sync::Mutex;
static BEFORE: Mutex<Option<f32>> = Mutex::new(None);
let before = BEFORE.lock().unwrap().replace(eps).unwrap_or(eps);
let deviation = variance(x).mapv(|variance| (variance + before).sqrt());
(&x - &mean(x).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1))
