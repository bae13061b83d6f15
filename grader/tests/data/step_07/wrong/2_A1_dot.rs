// task 2: no division
query.dot(&key.t())
