// task 5: too large a loss is taken for endless
if loss < 20.0 { loss.exp() } else { f32::INFINITY }
