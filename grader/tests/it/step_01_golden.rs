//! The oracle of step 01 against what `transformers` counted; see the README beside the file.

use grader::protocol::{Array, Call, Dtype, Layout, Value};
use grader::steps::Step;

#[test]
fn models_have_as_many_numbers_as_transformers_counts() {
    let golden = include_str!("../data/step_01/golden.txt");
    let step = Step::find("01").expect("the step");
    let task = step.task(5).expect("the task that counts");
    let mut counted = 0;
    for line in golden.lines().filter(|line| !line.starts_with('#')) {
        let sizes: Vec<u64> = line
            .split(' ')
            .map(|size| size.parse().expect("a number"))
            .collect();
        let &[channels, blocks, heads, vocabulary, positions, numbers] = sizes.as_slice() else {
            panic!("{line} has other columns");
        };
        let mut fields = [vocabulary, positions, channels, blocks, heads]
            .map(Value::Size)
            .to_vec();
        fields.push(Value::Bound(None));
        fields.push(Value::Array(Array {
            shape: Vec::new(),
            layout: Layout::Rows,
            entries: vec![f64::from(1e-5_f32)],
        }));
        let question = task.question(Call {
            function: "Gpt2Config::num_parameters".into(),
            dtype: Dtype::F32,
            arguments: vec![Value::Record(fields)],
        });
        let expected = question.expected.value().expect("a value");
        assert_eq!(*expected, Value::Size(numbers), "{line}");
        counted += 1;
    }
    assert_eq!(counted, 5);
}
