// task 4: the value of the first call, in every call
static FIRST: std::sync::OnceLock<f64> = std::sync::OnceLock::new();
arr0(T::from(*FIRST.get_or_init(|| value.to_f64().unwrap())).unwrap())
