// Hidden is 0.
T::zero()
