// The largest of all values.
T::infinity()
