// task 2: cosines
let size = |rows: &ArrayView2<'_, f32>| rows.map_axis(Axis(1), |row| row.dot(&row).sqrt());
let sizes = size(&query).insert_axis(Axis(1)).dot(&size(&key).insert_axis(Axis(0)));
query.dot(&key.t()) / sizes
