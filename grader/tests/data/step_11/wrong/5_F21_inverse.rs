// task 5: the inverse
(-loss).exp()
