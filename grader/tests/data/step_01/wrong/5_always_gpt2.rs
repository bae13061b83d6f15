// task 5: the number of the smallest model
124_439_808
