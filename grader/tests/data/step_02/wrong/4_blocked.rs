// task 4: always the blocked score
arr0(mask_value())
