// task 6: multiplied
heads.fold_axis(Axis(0), 1.0, |a, b| a * b)
