// task 3: a quick guess of one over the root
let inverse = variance(x).mapv(|v| f32::from_bits(0x5f37_59dfu32.wrapping_sub((v + eps).to_bits() >> 1)));
(&x - &mean(x).insert_axis(Axis(1))) * &inverse.insert_axis(Axis(1))
