//! What rustc tells of an error, as far as advice needs it: its code, the two types that do not fit, names, and what it
//! proposes itself. Read from the fields of its message, never from the text that it shows.

use serde_json::Value;

/// An error.
#[derive(Debug)]
pub(super) struct Told<'a> {
    error: &'a Value,
    /// Its code, such as `E0308`; empty where it has none.
    pub(super) code: &'a str,
    /// What it says in one line.
    pub(super) message: &'a str,
    /// The type that was expected and the one that was found.
    pub(super) types: Option<(Kind, Kind)>,
}

/// What kind of type one is; how it is written in full differs from place to place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `()`.
    Nothing,
    /// A `Result` of any kind.
    Result,
    /// An `Option` of any kind.
    Option,
    /// An array of ndarray's that owns its entries, in the dtype `T`.
    Array,
    /// The same in a certain dtype.
    CertainArray,
    /// A view of ndarray's.
    View,
    /// The dtype `T`.
    Dtype,
    /// `f32` or another certain dtype.
    CertainDtype,
    /// A number in the source that may become several types.
    Literal,
    /// `usize`.
    Size,
    /// A whole number with a sign, as which a size may be taken.
    Signed,
    /// `ShapeError`.
    ShapeError,
    /// Anything else.
    Other,
}

const DTYPES: [&str; 4] = ["f16", "bf16", "f32", "f64"];

impl Kind {
    /// Of a type as rustc writes it in a label: in code, or in words.
    fn of(text: &str) -> Self {
        let certain = |text: &str| {
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            words.any(|word| DTYPES.contains(&word))
        };
        match text {
            "()" => Self::Nothing,
            "usize" => Self::Size,
            "isize" | "i32" | "i64" => Self::Signed,
            "ShapeError" => Self::ShapeError,
            "integer" | "floating-point number" => Self::Literal,
            _ if DTYPES.contains(&text) => Self::CertainDtype,
            _ if text.starts_with("type parameter") => Self::Dtype,
            _ if text.starts_with("Result<") => Self::Result,
            _ if text.starts_with("Option<") => Self::Option,
            _ if text.starts_with("ArrayBase<ViewRepr") || text.starts_with("ViewRepr") => {
                Self::View
            }
            _ if text.starts_with("ArrayBase<OwnedRepr") || text.starts_with("OwnedRepr") => {
                if certain(text) {
                    Self::CertainArray
                } else {
                    Self::Array
                }
            }
            _ => Self::Other,
        }
    }
}

impl<'a> Told<'a> {
    pub(super) fn new(error: &'a Value) -> Self {
        let text = |value: &'a Value| value.as_str().unwrap_or_default();
        Self {
            error,
            code: text(&error["code"]["code"]),
            message: text(&error["message"]),
            types: labels(error, true)
                .find_map(types)
                .and_then(|types| inner(error, types)),
        }
    }

    /// What is written at the places of the error that are not the main one.
    pub(super) fn says_beside(&self, part: &str) -> bool {
        labels(self.error, false).any(|label| label.contains(part))
    }

    /// What is written at the main place.
    pub(super) fn label(&self) -> &'a str {
        labels(self.error, true).next().unwrap_or_default()
    }

    /// Whether a remark has this in it.
    pub(super) fn remarks(&self, part: &str) -> bool {
        self.children().any(|child| {
            child["message"]
                .as_str()
                .is_some_and(|message| message.contains(part))
        })
    }

    /// The line of the main place.
    pub(super) fn line(&self) -> &'a str {
        self.main()["text"].as_str().unwrap_or_default()
    }

    /// What is marked in that line.
    pub(super) fn marked(&self) -> String {
        let column = |name| self.main()[name].as_u64().unwrap_or(1).saturating_sub(1) as usize;
        let (start, end) = (column("highlight_start"), column("highlight_end"));
        let line = self.line().chars();
        line.take(end).skip(start).collect()
    }

    /// The first line of the main place, with the columns that are marked in it.
    fn main(&self) -> &'a Value {
        let spans = self.error["spans"].as_array().into_iter().flatten();
        let mut main = spans.filter(|span| span["is_primary"] == true);
        main.next().map_or(&Value::Null, |span| &span["text"][0])
    }

    /// The names in the message that stand in quotes.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.message.split('`').skip(1).step_by(2)
    }

    fn children(&self) -> impl Iterator<Item = &'a Value> + use<'a> {
        self.error["children"].as_array().into_iter().flatten()
    }
}

/// Two types that differ only in what they hold, by what they hold. A note has them in full, on a line each.
fn inner(error: &Value, types: (Kind, Kind)) -> Option<(Kind, Kind)> {
    if types != (Kind::Result, Kind::Result) {
        return Some(types);
    }
    let notes = error["children"].as_array().into_iter().flatten();
    let mut notes = notes.filter_map(|note| note["message"].as_str());
    let both = notes.find(|note| note.trim_start().starts_with("expected "))?;
    let mut held = both.lines().filter_map(|line| {
        let (_, code) = line.split_once('`')?;
        Some(Kind::of(code.strip_prefix("Result<")?))
    });
    Some((held.next()?, held.next()?))
}

/// The labels of the main place, or of the others.
fn labels(error: &Value, main: bool) -> impl Iterator<Item = &str> {
    let spans = error["spans"].as_array().into_iter().flatten();
    spans
        .filter(move |span| (span["is_primary"] == true) == main)
        .filter_map(|span| span["label"].as_str())
}

/// The two types in a label such as "expected `usize`, found integer".
fn types(label: &str) -> Option<(Kind, Kind)> {
    let (expected, found) = label.strip_prefix("expected ")?.split_once(", found ")?;
    let kind = |text: &str| match text.strip_prefix('`') {
        Some(code) => Kind::of(code.trim_end_matches('`')),
        None => Kind::of(text),
    };
    Some((kind(expected), kind(found)))
}
