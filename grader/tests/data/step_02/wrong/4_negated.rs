// task 4: the negated value
arr0(-value)
