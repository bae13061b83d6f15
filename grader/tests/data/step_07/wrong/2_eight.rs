// task 2: divided by 8, as in GPT-2
query.dot(&key.t()) / 8.0
