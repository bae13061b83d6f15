//! Shows a call as Rust code that can be pasted into a test. What it needs to know stands in the signature that the
//! reference gives to the function, and in the struct that a method belongs to.

mod arrays;

use super::{STEPS, Step};
use crate::protocol::{Array, Call, Dtype, Layout, Value};

pub(super) use arrays::counted;
use arrays::{cycled, made, scalar, tuple};

/// The code of one call: the lines that make its arguments, and the arguments.
struct Code {
    dtype: Dtype,
    lines: Vec<String>,
    arguments: Vec<String>,
    /// Whether an argument has the dtype, so that rustc can tell it.
    typed: bool,
}

impl Step {
    /// The call as code; its last line is the call itself, the lines before it make its arguments.
    pub fn show(&self, call: &Call) -> String {
        let signature = self.signature(&call.function);
        let mut code = Code {
            dtype: call.dtype,
            lines: Vec::new(),
            arguments: Vec::new(),
            typed: !signature.contains("<T"),
        };
        let (kind, function) = match call.function.split_once("::") {
            Some((kind, function)) => (kind, function),
            None => ("", call.function.as_str()),
        };
        let mut values = call.arguments.iter();
        let mut name = call.function.clone();
        for (parameter, of) in parameters(&signature) {
            if parameter == "&self" {
                let object = kind.to_lowercase();
                if let Some(Value::Record(fields)) = values.next() {
                    code.object(kind, &object, fields);
                }
                name = format!("{object}.{function}");
            } else if let Some(inner) = of.strip_prefix('(') {
                let parts = inner.trim_end_matches(')').split(", ");
                let start = code.arguments.len();
                for (value, of) in values.by_ref().zip(parts) {
                    code.argument(&parameter, of, value);
                }
                let parts = code.arguments.split_off(start).join(", ");
                code.arguments.push(format!("({parts})"));
            } else if let Some(value) = values.next() {
                code.argument(&parameter, &of, value);
            }
        }
        let dtype = call.dtype.name();
        let turbofish = if code.typed {
            String::new()
        } else {
            format!("::<{dtype}>")
        };
        code.lines
            .push(format!("{name}{turbofish}({})", code.arguments.join(", ")));
        code.lines.join("\n")
    }
}

/// The names and types of the fields of a struct of the course; none where there is no such struct.
fn fields(kind: &str) -> Vec<(String, String)> {
    let start = format!("pub struct {kind} {{");
    let mut solutions = STEPS.iter().map(|step| step.solution);
    let solution = solutions.find(|solution| solution.contains(&start));
    let lines = solution.unwrap_or_default().lines().map(str::trim);
    let lines = lines.skip_while(|line| *line != start);
    let lines = lines.skip(1).take_while(|line| *line != "}");
    let fields = lines.filter_map(|line| line.strip_prefix("pub ")?.split_once(": "));
    fields
        .map(|(name, of)| (name.to_owned(), of.trim_end_matches(',').to_owned()))
        .collect()
}

/// The names of the parameters of a function and their types.
fn parameters(signature: &str) -> Vec<(String, String)> {
    let list = signature.split_once('(').map_or("", |(_, rest)| rest);
    let list = list.split_once(") ->").map_or(list, |(list, _)| list);
    let mut parameters = Vec::new();
    let mut depth = 0;
    // A comma inside brackets belongs to a type.
    for part in list.split_inclusive(['(', ')', '<', '>', ',']) {
        if depth == 0
            && parameters
                .last()
                .is_none_or(|last: &String| last.ends_with(','))
        {
            parameters.push(String::new());
        }
        if let Some(last) = parameters.last_mut() {
            last.push_str(part);
        }
        match part.as_bytes().last() {
            Some(b'(' | b'<') => depth += 1,
            Some(b')' | b'>') => depth -= 1,
            _ => {}
        }
    }
    let parameters = parameters
        .iter()
        .map(|parameter| parameter.trim().trim_end_matches(','));
    let parameters = parameters.filter(|parameter| !parameter.is_empty());
    parameters
        .map(|parameter| parameter.split_once(": ").unwrap_or((parameter, "")))
        .map(|(name, of)| (name.to_owned(), of.to_owned()))
        .collect()
}

impl Code {
    /// Adds an argument for a parameter of this name and type.
    fn argument(&mut self, name: &str, of: &str, value: &Value) {
        let argument = match value {
            Value::Size(size) => self::size(*size),
            Value::Bound(bound) => {
                bound.map_or_else(|| "None".to_owned(), |bound| format!("Some({bound})"))
            }
            Value::Flag(flag) => flag.to_string(),
            // A closure is handed over as it is written.
            Value::Text(text) if of.starts_with("impl Fn") => text.clone(),
            Value::Text(text) => format!("{text:?}"),
            Value::Ids(ids) => format!("&{}", self::ids(ids)),
            Value::Record(values) => match of.strip_prefix("Vec<") {
                Some(of) => self.objects(of.trim_end_matches('>'), name, values),
                None => self.object(of.trim_start_matches('&'), name, values),
            },
            // What the course ships has no code, and nothing takes what may be missing of it; the name says what it is.
            Value::Fixture(_) | Value::Maybe(_) => name.to_owned(),
            Value::Array(array) | Value::View(array, _) => {
                self.typed = true;
                self.array(name, of, array)
            }
        };
        let lent = of.starts_with('&') && matches!(value, Value::Record(_));
        let lent = if lent { "&" } else { "" };
        self.arguments.push(format!("{lent}{argument}"));
    }

    /// An array as an argument.
    fn array(&mut self, name: &str, of: &str, array: &Array) -> String {
        let dtype = self.dtype;
        if array.shape.is_empty() && !of.contains("Array0") {
            let number = scalar(array, dtype);
            let suffix = format!("_{}", dtype.name());
            // Where the parameter has a type of its own, the number needs none.
            return match number.strip_suffix(&suffix) {
                Some(number) if of == dtype.name() => number.to_owned(),
                _ => number,
            };
        }
        let made = made(array, dtype);
        let is_owned = !of.starts_with('&') && !of.contains("View");
        match array.layout {
            Layout::Columns if is_owned && array.shape.len() == 2 => {
                return format!("{made}.t().as_standard_layout().into_owned().reversed_axes()");
            }
            Layout::Reversed => {}
            _ if is_owned => return made,
            _ => {}
        }
        self.lines.push(format!("let {name} = {made};"));
        if of.starts_with('&') {
            return format!("&{name}");
        }
        let sides = tuple(&array.shape);
        match array.layout {
            Layout::Rows => format!("{name}.view()"),
            Layout::Columns => format!("{name}.t().as_standard_layout().t()"),
            Layout::Broadcast => format!("{name}.broadcast({sides}).unwrap()"),
            Layout::Gaps => {
                let all = vec![".."; array.shape.len()].join(", ");
                let last = array.shape.len();
                format!("stack![Axis({last}), {name}, {name}].slice(s![{all}, 0])")
            }
            Layout::Reversed => {
                let turned = vec!["..;-1"; array.shape.len()].join(", ");
                // Turned once when it is made, and back when it is handed over.
                self.lines.push(format!(
                    "let {name} = {name}.slice(s![{turned}]).as_standard_layout();"
                ));
                let owned = if is_owned { ".to_owned()" } else { "" };
                format!("{name}.slice(s![{turned}]){owned}")
            }
        }
    }

    /// Adds the lines that make several objects of a struct; what stands for them together.
    fn objects(&mut self, kind: &str, name: &str, values: &[Value]) -> String {
        let several = values.iter().enumerate().filter_map(|(place, value)| {
            let Value::Record(fields) = value else {
                return None;
            };
            Some(self.object(kind, &format!("{name}_{place}"), fields))
        });
        let several: Vec<_> = several.collect();
        format!("vec![{}]", several.join(", "))
    }

    /// Adds the lines that make an object of a struct; its name is what stands for it.
    fn object(&mut self, kind: &str, name: &str, values: &[Value]) -> String {
        let mut parts = Vec::new();
        for ((field, of), value) in fields(kind).iter().zip(values) {
            self.argument(field, of, value);
            let value = self.arguments.pop().unwrap_or_default();
            parts.push(match value == *field {
                true => value,
                false => format!("{field}: {value}"),
            });
        }
        self.lines
            .push(format!("let {name} = {kind} {{ {} }};", parts.join(", ")));
        name.to_owned()
    }
}

/// Ids as a list; many that start again after a few are told by these.
fn ids(ids: &[u64]) -> String {
    const LONGEST: usize = 24;
    let list = |ids: &[u64]| {
        let ids: Vec<_> = ids.iter().map(|id| size(*id)).collect();
        format!("[{}]", ids.join(", "))
    };
    let cycled = cycled(ids, |a, b| a == b, list, size);
    match cycled.filter(|_| ids.len() > LONGEST) {
        Some(cycled) => format!("{cycled}.collect::<Vec<_>>()"),
        None => list(ids),
    }
}

/// Sizes near the largest one are read more easily as what they are.
fn size(size: u64) -> String {
    let most = usize::MAX as u64;
    match most - size.min(most) {
        0 => "usize::MAX".to_owned(),
        1 => "usize::MAX - 1".to_owned(),
        _ if size == most / 2 => "usize::MAX / 2".to_owned(),
        _ if size == most / 2 + 1 => "usize::MAX / 2 + 1".to_owned(),
        _ => size.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_told_apart_whatever_their_types() {
        let signature = "pub fn f<T: Float>(\n    &self,\n    a: ArrayView2<'_, T>,\n    shape: (usize, usize),\n    b: Option<usize>,\n) -> Result<Array2<T>, ShapeError>";
        let of = |(name, of): (String, String)| format!("{name}|{of}");
        let found: Vec<_> = parameters(signature).into_iter().map(of).collect();
        let expected = [
            "&self|",
            "a|ArrayView2<'_, T>",
            "shape|(usize, usize)",
            "b|Option<usize>",
        ];
        assert_eq!(found, expected);
        assert_eq!(parameters("pub fn f<T: Float>() -> T"), Vec::new());
        assert_eq!(parameters("pub fn f(x: &[f32]) -> f32").len(), 1);
    }
}
