// task 3: divided by the sum of the row
let sums = x.sum_axis(Axis(1));
&x / &sums.insert_axis(Axis(1))
