// task 5: the logarithm
loss.ln()
