// task 4: the value gets what is left over
let channels = qkv.ncols() / 3;
let part = |from: usize, to: usize| qkv.slice(s![.., from..to]).to_owned();
Ok([part(0, channels), part(channels, 2 * channels), part(2 * channels, qkv.ncols())])
