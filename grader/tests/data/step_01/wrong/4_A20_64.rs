// task 4: 64
Some(64)
