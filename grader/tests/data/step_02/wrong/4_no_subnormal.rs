// task 4: flushes what is subnormal to zero
arr0(if value.is_normal() || value.is_nan() || value.is_infinite() { value } else { T::zero() })
