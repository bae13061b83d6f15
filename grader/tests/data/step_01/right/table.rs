//! A list of all models.
#[derive(Clone, Debug, PartialEq)]
pub struct Gpt2Config {
    pub vocab_size: usize,
    pub n_positions: usize,
    pub n_embd: usize,
    pub n_layer: usize,
    pub n_head: usize,
    pub n_inner: Option<usize>,
    pub layer_norm_epsilon: f32,
}
impl Gpt2Config {
    pub fn gpt2() -> Self {
        Self {
            vocab_size: 50257,
            n_positions: 1024,
            n_embd: 768,
            n_layer: 12,
            n_head: 12,
            n_inner: None,
            layer_norm_epsilon: 1e-5,
        }
    }
    pub fn named(name: &str) -> Option<Self> {
        const MODELS: [(&str, usize, usize, usize); 4] = [
            ("gpt2", 768, 12, 12),
            ("gpt2-medium", 1024, 24, 16),
            ("gpt2-large", 1280, 36, 20),
            ("gpt2-xl", 1600, 48, 25),
        ];
        let model = MODELS.iter().find(|model| model.0 == name)?;
        let &(_, n_embd, n_layer, n_head) = model;
        Some(Self { n_embd, n_layer, n_head, ..Self::gpt2() })
    }
    pub fn inner_dim(&self) -> usize {
        self.n_inner.unwrap_or(4 * self.n_embd)
    }
    pub fn head_dim(&self) -> Option<usize> {
        match self.n_embd.checked_rem(self.n_head) {
            Some(0) => Some(self.n_embd / self.n_head),
            _ => None,
        }
    }
    pub fn num_parameters(&self) -> usize {
        let (channels, inner) = (self.n_embd, self.inner_dim());
        let linear = |inputs: usize, outputs: usize| inputs * outputs + outputs;
        let norm = 2 * channels;
        let attention = linear(channels, 3 * channels) + linear(channels, channels);
        let mlp = linear(channels, inner) + linear(inner, channels);
        let block = norm + attention + norm + mlp;
        let tables = (self.vocab_size + self.n_positions) * channels;
        tables + self.n_layer * block + norm
    }
    pub fn kv_cache_bytes(&self, num_tokens: usize, bytes_per_value: usize) -> usize {
        2 * self.n_layer * self.n_embd * num_tokens * bytes_per_value
    }
}
