// task 4: zero, whatever the value
Array0::zeros(())
