//! What is asked of the model, as calls.

use crate::protocol::{Array, Call, Dtype, Layout, Value};

/// What is asked of the model.
pub(super) struct Asked {
    pub model: Value,
    pub prompt: Vec<u64>,
    pub chances: Vec<f64>,
    pub temperature: f32,
}

impl Asked {
    /// As the call that writes.
    pub fn text(&self) -> Call {
        let chances = Value::Array(Array {
            shape: vec![self.chances.len() as u64],
            layout: Layout::Rows,
            entries: self.chances.clone(),
        });
        let temperature = Value::Array(Array {
            shape: Vec::new(),
            layout: Layout::Rows,
            entries: vec![self.temperature.into()],
        });
        let arguments = vec![
            self.model.clone(),
            Value::Ids(self.prompt.clone()),
            temperature,
            chances,
        ];
        call("composed_text", arguments)
    }

    /// As the call that says how surprising a text is.
    pub fn surprise(&self, ids: Vec<u64>) -> Call {
        call(
            "composed_surprise",
            vec![self.model.clone(), Value::Ids(ids)],
        )
    }
}

fn call(function: &str, arguments: Vec<Value>) -> Call {
    Call {
        function: function.to_owned(),
        dtype: Dtype::F32,
        arguments,
    }
}
