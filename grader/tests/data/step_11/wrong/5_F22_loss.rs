// task 5: the loss
loss
