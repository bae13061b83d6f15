// A copy of the input.
tensor.to_owned()
