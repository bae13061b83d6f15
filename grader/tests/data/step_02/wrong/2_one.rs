// task 2: one, V2
T::one()
