//! One plain sentence after rustc's words, for the errors that learners of the course run into.
//!
//! It is about the error that is shown, and goes by what `told` reads of it. Where rustc itself proposes the right thing
//! nothing is added, and where it is not certain what is meant, too: a wrong sentence is worse than none.

use serde_json::Value;

use super::told::Kind::{
    Array, CertainArray, CertainDtype, Dtype, Literal, Option as Opt, Result as Res, ShapeError,
    Signed, Size, View,
};
use super::told::Told;

/// What ndarray has under a name of its own. rustc does not know which crate is meant, and proposes std's.
const NDARRAY: &[&str] = &[
    "Array",
    "Array0",
    "Array1",
    "Array2",
    "Array3",
    "ArrayBase",
    "ArrayD",
    "ArrayView",
    "ArrayView0",
    "ArrayView1",
    "ArrayView2",
    "ArrayView3",
    "ArrayViewMut",
    "ArrayViewMut1",
    "ArrayViewMut2",
    "Axis",
    "CowArray",
    "Data",
    "DataMut",
    "Dim",
    "Dimension",
    "ErrorKind",
    "IntoDimension",
    "Ix0",
    "Ix1",
    "Ix2",
    "Ix3",
    "IxDyn",
    "NdFloat",
    "NewAxis",
    "Order",
    "RawData",
    "RemoveAxis",
    "ShapeBuilder",
    "ShapeError",
    "Slice",
    "Zip",
    "arr0",
    "arr1",
    "arr2",
    "aview0",
    "aview1",
    "aview2",
    "concatenate",
    "indices",
    "stack",
];

/// Its macros, which have names that a variable may have, too.
const MACROS: &[&str] = &["array", "azip", "concatenate", "s", "stack"];

const CRATES: &str = "Only the crates ndarray, half and num-traits can be used here, and this file has no module of that name.";
const MODULE: &str = "Of your crate the grader takes the step's file alone. A module of its own is declared in that file, and lies in a \
                      folder that is named like it, without `.rs`.";
const FEATURE: &str = "That belongs to a feature of the crate that is not switched on: the course uses ndarray, half and num-traits without \
     more than they need.";
const BOUND: &str = "A bound is an `Option<usize>`, and `None` sets no limit: look inside with `match`, `is_none_or` or `map_or`. \
                     `unwrap` and `expect` panic where there is no limit.";
const SIZES: &str = "A `usize` has no negative numbers: compare sums, as in `i <= j + lower`, where a difference could be below 0.";

/// The sentence for an error.
pub(super) fn on(error: &Value) -> Option<String> {
    let told = Told::new(error);
    name(&told)
        .or_else(|| types(&told).map(str::to_owned))
        .or_else(|| other(&told).map(str::to_owned))
}

/// For a name that is not found.
fn name(told: &Told<'_>) -> Option<String> {
    let is_macro = told.message.starts_with("cannot find macro");
    let unresolved = ["E0405", "E0412", "E0425", "E0432", "E0433", "E0531"].contains(&told.code);
    let import = |name: &str| {
        format!("`{name}` is ndarray's: `use ndarray::{name};` at the top of the file.")
    };
    // std has another thing of the same name.
    let of_std = |path: &&str| path.starts_with("std::") || path.starts_with("core::");
    let last = |path: &str| path.rsplit("::").next().unwrap_or_default().to_owned();
    let mixed = |part: &str| told.label().contains(part) || told.message.contains(part);
    if ["E0599", "E0308", "E0277"].contains(&told.code) && (mixed("std::") || mixed("core::")) {
        let words = told.message.split('`').chain(told.label().split('`'));
        let name = words.filter(|word| of_std(word)).map(last);
        let name = name
            .into_iter()
            .find(|name| NDARRAY.contains(&name.as_str()))?;
        return Some(format!(
            "That is the `{name}` of std. The one that is meant is ndarray's: `use ndarray::{name};`."
        ));
    }
    if !unresolved && !is_macro {
        return None;
    }
    if told.remarks("configured out") || told.remarks("gated behind") {
        return Some(FEATURE.to_owned());
    }
    if told.label().contains("in the crate root") || told.label().contains("in `super`") {
        return Some(MODULE.to_owned());
    }
    if told.label().contains("unlinked crate") {
        return Some(CRATES.to_owned());
    }
    let known = if is_macro { MACROS } else { NDARRAY };
    let missing = told.names().find(|name| known.contains(name))?;
    // A name with another number at its end may be a slip, and a value in small letters is the learner's own.
    let slip = told.remarks("similar name") && missing.ends_with(|c: char| c.is_ascii_digit());
    let own =
        told.message.starts_with("cannot find value") && missing.starts_with(char::is_lowercase);
    (!slip && !own).then(|| import(missing))
}

/// For two types that do not fit.
fn types(told: &Told<'_>) -> Option<&'static str> {
    if told.remarks("remove this semicolon") {
        return None;
    }
    let argument = told.says_beside("arguments to this function")
        || told.says_beside("arguments to this method");
    Some(match told.types? {
        (Res, Opt) if told.marked() == "None" => {
            "`None` is for an `Option`: in a `Result` that is `Err(...)`, with the error in it."
        }
        (Res, Opt) => {
            "An `Option` is no `Result`: `.ok_or(...)` makes one of it, with the error for where there is nothing."
        }
        (Res, _) if told.remarks("wrapping the expression in `Ok`") => {
            "The function returns a `Result`: put a right answer into `Ok(...)`."
        }
        // Of what `?` gives it is not told what it is for.
        _ if told.message.starts_with("`?` operator") => return None,
        (View, Array) if argument => {
            "A view is asked for, and this array owns its entries: `.view()` shows it."
        }
        (View, Array) => {
            "A view is asked for, which owns nothing and copies nothing: return the view itself, not an array made from it."
        }
        (Array, View) if argument => {
            "An array of its own is asked for, and this is a view: `.to_owned()` copies what it shows."
        }
        (Array, View) => {
            "A view only shows the entries of another array. `.to_owned()` makes an array of its own from it."
        }
        (Array, Dtype) => {
            "A number is no array yet: ndarray has a function for each small number of dimensions that makes one."
        }
        (Dtype, Literal) | (Literal, Dtype) => {
            "The function is for every dtype `T`, so a number has to become a `T`: `T::zero()`, `T::one()`, or `T::from(x)` \
             for others."
        }
        (Dtype, CertainDtype) | (CertainDtype, Dtype) | (Array, CertainArray) => {
            "The value is of the dtype `T`, which may be any of four; a certain type such as `f32` fits only one."
        }
        (Size, Opt) if told.line().contains(" - ") => {
            "A bound is an `Option<usize>`, and `None` sets no limit: look inside first, for example with `is_none_or`. And a \
             `usize` has no negative numbers: compare sums, as in `i <= j + lower`."
        }
        (Size | Signed, Opt) => BOUND,
        // rustc proposes `Some`, but `None` is less than every `Some` and would be the narrowest limit.
        (Opt, Size | Signed) if told.says_beside("expected because this is") => BOUND,
        (ShapeError, _) => {
            "The error has to be a `ShapeError`, which ndarray makes from one of its `ErrorKind`s."
        }
        _ => return None,
    })
}

/// For what else there is.
fn other(told: &Told<'_>) -> Option<&'static str> {
    let has = |part: &str| told.message.contains(part);
    Some(match told.code {
        "E0583" => MODULE,
        // Not where rustc has lost std or a crate of ours: that is the machine's.
        "E0463" if told.line().contains("extern crate") => CRATES,
        "E0277" | "E0369" if has("`Option<usize>`") && has("usize") => BOUND,
        "E0277" | "E0600"
            if has("usize: Neg") || has("cannot apply unary operator `-` to type `usize`") =>
        {
            SIZES
        }
        "E0277" if has("cannot add `-") => SIZES,
        "E0599"
            if told
                .names()
                .next()
                .is_some_and(|name| name.starts_with("par_") || name.starts_with("into_par_")) =>
        {
            FEATURE
        }
        "E0515" if has("cannot return value referencing") => {
            "A view cannot outlive the array that it shows: make it from the argument, which lives on."
        }
        "E0382" if told.says_beside("ArrayBase<ViewRepr") => {
            "The view was moved before: where it is used first, `.view()` makes another one."
        }
        "E0382" if told.says_beside("ArrayBase<OwnedRepr") => {
            "The array was moved before: where it is used first, `.view()` or `&` only lends it."
        }
        "E0594" | "E0596" if has("ViewRepr<&") => {
            "A view only shows its entries. `.to_owned()` makes an array of its own that can be written to."
        }
        _ => return None,
    })
}
