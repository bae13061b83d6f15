// task 2: only tokens
wte.forward(ids)
