//! What grader and worker say to each other survives the way, and junk in its place is only ever an error.

use std::io::ErrorKind;

use fastrand::Rng;
use grader::protocol::{Array, Call, Dtype, Fixture, Layout, Panic, Reply, Request, Value};

const ROUNDS: u64 = 20_000;

fn text(rng: &mut Rng) -> String {
    (0..rng.usize(..9)).map(|_| rng.char(..)).collect()
}

fn array(rng: &mut Rng) -> Array {
    let shape: Vec<u64> = (0..rng.usize(..4)).map(|_| rng.u64(..4)).collect();
    let layout = Layout::ALL[rng.usize(..Layout::ALL.len())];
    let count = shape.iter().product::<u64>();
    let special = [
        0.0,
        -0.0,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MIN_POSITIVE,
    ];
    let entries = (0..count).map(|_| {
        if rng.bool() {
            special[rng.usize(..5)]
        } else {
            rng.f64()
        }
    });
    Array {
        entries: entries.collect(),
        shape,
        layout,
    }
}

fn value(rng: &mut Rng) -> Value {
    match rng.u8(..11) {
        0 => Value::Size(rng.u64(..)),
        1 => Value::Bound(None),
        2 => Value::Bound(Some(rng.u64(..))),
        3 => Value::Flag(rng.bool()),
        4 => Value::Array(array(rng)),
        5 => Value::View(array(rng), rng.bool()),
        6 => Value::Text(text(rng)),
        7 => Value::Ids((0..rng.usize(..5)).map(|_| rng.u64(..)).collect()),
        8 => Value::Fixture(Fixture {
            file: text(rng),
            offset: rng.u64(..),
            dtype: Dtype::ALL[rng.usize(..4)],
            shape: (0..rng.usize(..4)).map(|_| rng.u64(..)).collect(),
        }),
        // Deeper ones are rarer, so that it ends.
        9 => Value::Maybe(rng.bool().then(|| Box::new(value(rng)))),
        _ => Value::Record((0..rng.usize(..2)).map(|_| value(rng)).collect()),
    }
}

fn call(rng: &mut Rng) -> Call {
    let dtype = Dtype::ALL[rng.usize(..4)];
    let arguments = (0..rng.usize(..5)).map(|_| value(rng)).collect();
    Call {
        function: text(rng),
        dtype,
        arguments,
    }
}

fn request(rng: &mut Rng) -> Request {
    let calls = (0..rng.usize(..5)).map(|_| call(rng)).collect();
    Request {
        number: rng.u64(..),
        source: text(rng),
        marked: rng.bool(),
        calls,
    }
}

fn reply(rng: &mut Rng) -> Reply {
    match rng.u8(..5) {
        0 => Reply::Returned(value(rng)),
        1 => Reply::Failed(text(rng)),
        2 => Reply::Panicked(Panic {
            message: text(rng),
            file: text(rng),
            line: rng.u32(..),
            in_library: rng.bool(),
        }),
        3 => Reply::Changed(rng.u32(..)),
        _ => Reply::Unknown,
    }
}

/// Changes, takes out or adds some bytes.
fn damage(bytes: &mut Vec<u8>, rng: &mut Rng) {
    for _ in 0..rng.usize(1..5) {
        let place = rng.usize(..=bytes.len());
        match rng.u8(..4) {
            0 => bytes.truncate(place),
            1 => bytes.insert(place, rng.u8(..)),
            2 if place < bytes.len() => {
                bytes.remove(place);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(place) {
                    // Lengths are where most can go wrong.
                    *byte = if rng.bool() { u8::MAX } else { rng.u8(..) };
                }
            }
        }
    }
}

#[test]
fn requests_and_replies_survive_the_way() {
    for seed in 0..ROUNDS {
        let mut rng = Rng::with_seed(seed);
        let sent = request(&mut rng);
        assert_eq!(Request::decode(&sent.encode()), Some(sent), "seed {seed}");
        let (number, index, sent) = (rng.u64(..), rng.u32(..), reply(&mut rng));
        let frame = sent.frame(number, index);
        let mut stream = frame.as_slice();
        assert_eq!(
            Reply::read(&mut stream, number, index).ok(),
            Some(sent),
            "seed {seed}"
        );
        assert!(stream.is_empty());
    }
}

#[test]
fn damaged_requests_are_refused_or_read_and_never_more() {
    for seed in 0..ROUNDS {
        let mut rng = Rng::with_seed(seed);
        let mut bytes = request(&mut rng).encode();
        damage(&mut bytes, &mut rng);
        if let Some(read) = Request::decode(&bytes) {
            // As bytes, because NaN is not equal to itself.
            let bytes = read.encode();
            let again = Request::decode(&bytes).map(|read| read.encode());
            assert_eq!(again, Some(bytes), "seed {seed}");
        }
    }
}

#[test]
fn damaged_replies_are_refused_or_read_and_never_more() {
    let (mut refused, mut cut) = (0, 0);
    for seed in 0..ROUNDS {
        let mut rng = Rng::with_seed(seed);
        let mut bytes = reply(&mut rng).frame(7, 3);
        damage(&mut bytes, &mut rng);
        match Reply::read(&mut bytes.as_slice(), 7, 3) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::InvalidData => refused += 1,
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => cut += 1,
            Err(error) => panic!("seed {seed}: {error}"),
        }
    }
    assert!(refused > 1000 && cut > 1000, "{refused} refused, {cut} cut");
}

#[test]
fn bytes_at_random_are_refused() {
    for seed in 0..ROUNDS {
        let mut rng = Rng::with_seed(seed);
        let bytes: Vec<u8> = (0..rng.usize(..200)).map(|_| rng.u8(..)).collect();
        assert!(
            Reply::read(&mut bytes.as_slice(), 7, 3).is_err(),
            "seed {seed}"
        );
        let _ = Request::decode(&bytes);
    }
}

#[test]
fn a_reply_to_another_request_or_call_is_refused() {
    let frame = Reply::Failed("no".to_owned()).frame(7, 3);
    for (number, index) in [(8, 3), (7, 4)] {
        let error = Reply::read(&mut frame.as_slice(), number, index).expect_err("it is another's");
        assert_eq!(error.kind(), ErrorKind::InvalidData);
    }
}

#[test]
fn a_length_that_nothing_backs_costs_no_memory() {
    // The longest payload that is allowed is announced, and one byte follows.
    let mut frame = Reply::Unknown.frame(7, 3);
    frame[16..20].copy_from_slice(&(1_u32 << 24).to_le_bytes());
    let error = Reply::read(&mut frame.as_slice(), 7, 3).expect_err("it is cut");
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
    frame[16..20].copy_from_slice(&u32::MAX.to_le_bytes());
    let error = Reply::read(&mut frame.as_slice(), 7, 3).expect_err("it is too long");
    assert_eq!(error.kind(), ErrorKind::InvalidData);
}
