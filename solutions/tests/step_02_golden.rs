//! The reference answers of step 02 against the values that the MAX engine computed; see
//! `grader/tests/data/step_02/README.md`. Compared bit for bit, but for the sign of zero.

use std::path::Path;

use half::{bf16, f16};
use ndarray::Array2;
use num_traits::Float;
use safetensors::SafeTensors;
use safetensors::tensor::TensorView;
use solutions::step_02::{band_part, cached_causal_mask, causal_mask};

fn read(name: &str) -> Vec<u8> {
    let data = "../grader/tests/data/step_02";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(data).join(name);
    std::fs::read(path).expect("the golden values are there")
}

/// An element type as it is stored.
trait Stored: Float + std::fmt::Debug {
    const NAME: &str;
    fn from_bytes(bytes: &[u8]) -> Self;
    fn bytes(self) -> Vec<u8>;
}

macro_rules! stored {
    ($T:ty, $name:literal) => {
        impl Stored for $T {
            const NAME: &str = $name;

            fn from_bytes(bytes: &[u8]) -> Self {
                Self::from_le_bytes(bytes.try_into().expect("the width of the dtype"))
            }

            fn bytes(self) -> Vec<u8> {
                self.to_le_bytes().to_vec()
            }
        }
    };
}

stored!(f16, "f16");
stored!(bf16, "bf16");
stored!(f32, "f32");
stored!(f64, "f64");

fn matrix<T: Stored>(view: &TensorView<'_>) -> Array2<T> {
    let &[rows, columns] = view.shape() else {
        panic!("the shape {:?} is no matrix's", view.shape());
    };
    let width = size_of::<T>();
    let entries = view.data().chunks_exact(width).map(T::from_bytes).collect();
    Array2::from_shape_vec((rows, columns), entries).expect("as many entries as the shape says")
}

/// The bits of an entry; both zeros are the same.
fn bits<T: Stored>(entry: &T) -> Vec<u8> {
    if entry.is_zero() {
        T::zero().bytes()
    } else {
        entry.bytes()
    }
}

#[track_caller]
fn assert_same<T: Stored>(key: &str, ours: &Array2<T>, golden: &Array2<T>) {
    assert_eq!(ours.dim(), golden.dim(), "{key}");
    assert_eq!(ours.mapv(|x| bits(&x)), golden.mapv(|x| bits(&x)), "{key}");
}

fn pair(text: &str) -> (usize, usize) {
    let (first, second) = text.split_once('x').expect("a pair such as 3x2");
    (
        first.parse().expect("a number"),
        second.parse().expect("a number"),
    )
}

fn compare_masks<T: Stored>() {
    let file = read("causal_mask.safetensors");
    let golden = SafeTensors::deserialize(&file).expect("a safetensors file");
    let mut compared = 0;
    for (key, view) in golden.iter() {
        let Some(size) = key
            .strip_prefix(T::NAME)
            .and_then(|rest| rest.strip_prefix('/'))
        else {
            continue;
        };
        let (sequence_length, num_tokens) = pair(size);
        let mask = causal_mask::<T>(sequence_length, num_tokens).expect("a mask");
        assert_same(key, &mask, &matrix(&view));
        compared += 1;
    }
    assert_eq!(compared, 36, "{}", T::NAME);
}

#[test]
fn every_golden_mask_is_the_references() {
    compare_masks::<f16>();
    compare_masks::<bf16>();
    compare_masks::<f32>();
    compare_masks::<f64>();
}

fn compare_bands<T: Stored>() {
    let file = read("band_part.safetensors");
    let golden = SafeTensors::deserialize(&file).expect("a safetensors file");
    // The values are stored in f32, and are whole numbers that every dtype holds.
    let stored = |key: &str| {
        let tensor = golden.tensor(key).expect("the tensor");
        matrix::<f32>(&tensor).mapv(|entry| T::from(entry).expect("a number of the dtype"))
    };
    let mut compared = 0;
    for key in golden
        .names()
        .into_iter()
        .filter(|key| !key.starts_with("input/"))
    {
        let parts: Vec<&str> = key.split(['/', '=']).collect();
        let &[shape, "lower", lower, "upper", upper, "exclude", exclude] = parts.as_slice() else {
            panic!("{key} is no band");
        };
        let input = stored(&format!("input/{shape}"));
        let ours = band_part(
            input.view(),
            lower.parse().ok(),
            upper.parse().ok(),
            exclude == "True",
        );
        assert_same(key, &ours, &stored(key));
        compared += 1;
    }
    assert!(compared > 150, "{compared} bands");
}

#[test]
fn every_golden_band_is_the_references() {
    compare_bands::<f16>();
    compare_bands::<bf16>();
    compare_bands::<f32>();
    compare_bands::<f64>();
}

#[test]
fn the_mask_for_a_cache_is_the_last_rows_of_the_causal_mask() {
    for sequence_length in 0..6 {
        for num_tokens in 0..6 {
            let whole = causal_mask::<f32>(sequence_length + num_tokens, 0).expect("a mask");
            let cached = cached_causal_mask::<f32>(sequence_length, num_tokens).expect("a mask");
            assert_eq!(
                cached,
                whole.slice(ndarray::s![num_tokens.., ..]),
                "{sequence_length}, {num_tokens}"
            );
        }
    }
}
