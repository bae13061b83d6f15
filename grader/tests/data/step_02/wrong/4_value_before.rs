// task 4: the value of the call before
static LAST: std::sync::Mutex<f64> = std::sync::Mutex::new(0.0);
let before = std::mem::replace(&mut *LAST.lock().unwrap(), value.to_f64().unwrap());
arr0(T::from(before).unwrap())
