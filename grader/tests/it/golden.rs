//! The oracles against values that others computed; the README beside each file says who, and has the lines that did.

use std::collections::BTreeMap;
use std::path::Path;

use grader::protocol::{Array, Call, Dtype, Layout, Reply, Value};
use grader::steps::{Expected, STEPS, Slack};
use safetensors::tensor::TensorView;
use safetensors::{Dtype as Stored, SafeTensors};

/// The steps whose golden values lie in one file, under `FUNCTION/CASE/PLACE`: the arguments by their places, those of a
/// struct's fields as `0.0` and on, and the answer as `y`, or as `y.0` and on where it is several arrays.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "how near the oracle is, is of interest when all is well, too"
)]
fn what_others_computed_is_right_for_the_oracle() {
    for step in STEPS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("tests/data/{}/golden.safetensors", step.stem));
        let Ok(file) = std::fs::read(path) else {
            continue;
        };
        let golden = SafeTensors::deserialize(&file).expect("a safetensors file");
        let mut calls: BTreeMap<(String, String), BTreeMap<String, Value>> = BTreeMap::new();
        for (key, view) in golden.iter() {
            let mut parts = key.splitn(3, '/').map(str::to_owned);
            let [function, case, place] = [(); 3].map(|()| parts.next().expect("three parts"));
            let call = calls
                .entry((function.replace('.', "::"), case))
                .or_default();
            call.insert(place, value(&view));
        }
        let mut worst: f64 = 0.0;
        for ((function, case), mut parts) in calls.clone() {
            let y = parts.split_off("y");
            let [parts, y] = [&parts, &y].map(|parts| {
                let parts = parts.iter().map(|(path, value)| (&**path, value));
                nested(&parts.collect::<Vec<_>>())
            });
            let (arguments, y) = (parts, y.into_iter().next().expect("an answer"));
            let mut tasks = step.tasks.iter();
            let task = tasks
                .find(|task| task.function == Some(&function))
                .expect("a task");
            let dtype = Dtype::F32;
            let call = Call {
                function,
                dtype,
                arguments,
            };
            let question = task.question(call);
            let difference = question.expected.difference(&Reply::Returned(y.clone()));
            assert_eq!(difference, None, "{} {case}", question.call.function);
            worst = worst.max(share(&question.expected, &y));
        }
        let (stem, count) = (step.stem, calls.len());
        println!("{stem}: {count} calls, the worst at {worst:.2} of what may be");
        assert!(count > 0);
    }
}

/// Values by their paths, those together that are parts of one.
fn nested(parts: &[(&str, &Value)]) -> Vec<Value> {
    let place = |path: &str| path.split('.').next().map(str::to_owned);
    let groups = parts.chunk_by(|(one, _), (other, _)| place(one) == place(other));
    let group = |group: &[(&str, &Value)]| match group {
        [(path, value)] if !path.contains('.') => (*value).clone(),
        parts => {
            let inside = parts.iter().map(|&(path, value)| {
                let (_, path) = path.split_once('.').expect("the path of a part");
                (path, value)
            });
            Value::Record(nested(&inside.collect::<Vec<_>>()))
        }
    };
    groups.map(group).collect()
}

/// The largest share of what an entry may differ by.
fn share(expected: &Expected, y: &Value) -> f64 {
    let (Expected::Value(value, Slack::Within(slack)), Some(y)) = (expected, y.array()) else {
        return 0.0;
    };
    let entries = value.array().map_or(&[][..], |array| &array.entries);
    let pairs = entries.iter().zip(&y.entries).zip(slack);
    let share = |((expected, y), slack): ((&f64, &f64), &f64)| match (expected - y).abs() {
        off if off > 0.0 && slack.is_finite() => off / slack,
        _ => 0.0,
    };
    pairs.map(share).fold(0.0, f64::max)
}

/// What is stored: an array, and of whole numbers, ids or a size; bytes are text.
fn value(view: &TensorView<'_>) -> Value {
    if view.dtype() == Stored::U8 {
        let text = String::from_utf8(view.data().to_vec());
        return Value::Text(text.expect("UTF-8"));
    }
    if view.dtype() == Stored::I64 {
        let id = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
        let ids: Vec<u64> = view.data().chunks_exact(8).map(id).collect();
        return match view.shape() {
            [] => Value::Size(ids[0]),
            _ => Value::Ids(ids),
        };
    }
    assert_eq!(view.dtype(), Stored::F32);
    let entry = |bytes: &[u8]| f32::from_le_bytes(bytes.try_into().expect("four bytes")).into();
    Value::Array(Array {
        shape: view.shape().iter().map(|&side| side as u64).collect(),
        layout: Layout::Rows,
        entries: view.data().chunks_exact(4).map(entry).collect(),
    })
}
