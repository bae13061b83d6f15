// task 4: only whole numbers
arr0(value.round())
