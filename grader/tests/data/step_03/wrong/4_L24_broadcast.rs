// task 4: lengths are not compared
Ok(&x * &weight + &bias)
