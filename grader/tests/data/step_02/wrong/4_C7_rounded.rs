// A clean number.
arr0(value.round())
