// task 4: rounds toward zero
arr0(value.trunc())
