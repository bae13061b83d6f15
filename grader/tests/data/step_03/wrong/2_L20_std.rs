// task 2: ndarray's std, the standard deviation
x.std_axis(Axis(1), 0.0)
