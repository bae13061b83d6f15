// task 1: goes over the columns
x.columns().into_iter().map(|column| column.sum() / column.len() as f32).collect()
