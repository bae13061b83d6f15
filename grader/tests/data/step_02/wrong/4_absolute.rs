// task 4: the absolute value
arr0(value.abs())
