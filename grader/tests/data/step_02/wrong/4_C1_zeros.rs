// An array without dimensions.
Array0::zeros(())
