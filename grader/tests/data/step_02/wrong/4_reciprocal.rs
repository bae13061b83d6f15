// task 4: the reciprocal
arr0(value.recip())
