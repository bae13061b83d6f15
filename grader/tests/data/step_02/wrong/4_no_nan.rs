// task 4: makes 0 of NaN
arr0(if value.is_nan() { T::zero() } else { value })
