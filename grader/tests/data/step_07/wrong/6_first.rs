// task 6: the first head alone
heads.index_axis(Axis(0), 0).to_owned()
