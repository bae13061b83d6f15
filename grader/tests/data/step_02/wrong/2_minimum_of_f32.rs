// task 2: the minimum of f32, which is minus infinity in f16 and bf16 but not in f32 and f64, V7
T::from(f32::MIN).unwrap()
