// task 6: their mean
heads.mean_axis(Axis(0)).expect("a head")
