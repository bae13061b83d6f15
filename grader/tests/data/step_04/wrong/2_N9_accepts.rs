// task 2: accepts everything
Ok(Self { weight, bias })
