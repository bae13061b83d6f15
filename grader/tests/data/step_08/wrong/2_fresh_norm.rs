// task 2: normalizes with weights of 1 and biases of 0
let n = norm.weight.len();
let fresh = LayerNorm {
    weight: ndarray::Array1::ones(n),
    bias: ndarray::Array1::zeros(n),
    eps: norm.eps,
};
let normalized = fresh.forward(x)?;
let output = sublayer(normalized.view())?;
residual(x, output.view())
