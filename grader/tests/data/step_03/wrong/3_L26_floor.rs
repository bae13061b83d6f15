// task 3: eps is a floor of the variance
let deviation = variance(x).mapv(|variance| if variance < eps { eps.sqrt() } else { variance.sqrt() });
(&x - &mean(x).insert_axis(Axis(1))) / &deviation.insert_axis(Axis(1))
