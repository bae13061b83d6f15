// task 5: one less
loss.exp_m1()
