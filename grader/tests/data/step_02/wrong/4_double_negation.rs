// task 4: negative fractions lose the sign
arr0(if value > -T::one() { value.abs() } else { value })
