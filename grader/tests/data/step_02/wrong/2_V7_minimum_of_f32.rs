// The smallest f32.
T::from(f32::MIN).unwrap()
