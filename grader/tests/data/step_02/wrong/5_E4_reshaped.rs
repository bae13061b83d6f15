// A new shape for the same array.
tensor.view().into_shape_with_order(shape)
