// task 4: loses the sign
arr0(value.abs())
