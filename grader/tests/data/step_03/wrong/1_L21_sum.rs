// task 1: the sum
x.sum_axis(Axis(1))
