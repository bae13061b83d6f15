// The smallest number there is.
T::min_value()
