// A size has no sign.
Array0::from_elem((), value.abs())
