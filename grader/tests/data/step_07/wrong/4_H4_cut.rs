// task 4: no error
let channels = qkv.ncols() / 3;
Ok([0, 1, 2].map(|number| qkv.slice(s![.., number * channels..(number + 1) * channels]).to_owned()))
