// 1 marks what is hidden.
T::one()
