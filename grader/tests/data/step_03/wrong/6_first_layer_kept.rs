// task 6: the parameters of the first layer are used for all layers of the same length
static KEPT: std::sync::Mutex<std::collections::BTreeMap<usize, (Array1<f32>, Array1<f32>)>> =
    std::sync::Mutex::new(std::collections::BTreeMap::new());
let normalized = normalize(x, self.eps);
let y = scale_and_shift(normalized.view(), self.weight.view(), self.bias.view())?;
let mut kept = KEPT.lock().unwrap();
let (weight, bias) = kept.entry(y.ncols()).or_insert_with(|| (self.weight.clone(), self.bias.clone()));
scale_and_shift(normalized.view(), weight.view(), bias.view())
