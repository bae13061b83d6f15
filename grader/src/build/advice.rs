//! One plain sentence after rustc's words, for the errors that learners of the course run into.

use serde_json::Value;

/// An error and what to say of it.
struct Advice {
    /// Its code, or the lint behind it.
    code: &'static str,
    /// What rustc's text has in it.
    text: &'static str,
    /// The sentence.
    says: &'static str,
}

/// The first that fits is said.
const ALL: &[Advice] = &[
    Advice {
        code: "E0432",
        text: "unlinked crate",
        says: "Only the crates ndarray, half and num-traits can be used here.",
    },
    Advice {
        code: "E0433",
        text: "unlinked crate",
        says: "Only the crates ndarray, half and num-traits can be used here.",
    },
    Advice {
        code: "E0308",
        text: "expected type parameter `T`, found",
        says: "The function is for every dtype `T`, so a number has to become a `T`: `T::zero()`, `T::one()`, or \
               `T::from(x)` for others.",
    },
    Advice {
        code: "E0308",
        text: "found type parameter `T`",
        says: "The value is of the dtype `T`, which may be any of four; a certain type such as `f32` fits only one.",
    },
    Advice {
        code: "E0308",
        text: "expected `Result<",
        says: "The function returns a `Result`: put a right answer into `Ok(...)`.",
    },
    Advice {
        code: "unused_must_use",
        text: "",
        says: "A `Result` wants to be looked at: return it, or write `?` after it to hand its error on.",
    },
    Advice {
        code: "E0382",
        text: "ArrayBase",
        says: "The array or view was moved before: use `.view()` where it is used first.",
    },
    Advice {
        code: "E0515",
        text: "",
        says: "A view cannot outlive the array that it shows: make it from the argument, which lives on.",
    },
    Advice {
        code: "E0425",
        text: "cannot find function",
        says: "If it is a function of ndarray, import it: that is task 1.",
    },
    Advice {
        code: "E0433",
        text: "undeclared type",
        says: "If it is a type of ndarray, import it: that is task 1.",
    },
    Advice {
        code: "E0277",
        text: "cannot add `-",
        says: "A `usize` has no negative numbers: compare sums, as in `i <= j + lower`.",
    },
];

/// The sentence for these errors.
pub(super) fn on(errors: &[Value]) -> Option<String> {
    let fits = |advice: &&Advice| {
        errors.iter().any(|error| {
            let text = error["rendered"].as_str().unwrap_or_default();
            // Where rustc knows a name that is nearly the same, that one is meant and no import is missing.
            let misspelled = advice.code == "E0425" && text.contains("similar name exists");
            error["code"]["code"] == advice.code && text.contains(advice.text) && !misspelled
        })
    };
    ALL.iter().find(fits).map(|advice| advice.says.to_owned())
}
