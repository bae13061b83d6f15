// The mask is negative.
arr0(value.neg())
