// task 5: stores whatever it gets
Ok(Self { weight, bias, eps })
