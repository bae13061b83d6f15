// It is for the mask anyway.
arr0(mask_value())
