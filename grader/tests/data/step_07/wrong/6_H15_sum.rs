// task 6: added up
heads.sum_axis(Axis(0))
