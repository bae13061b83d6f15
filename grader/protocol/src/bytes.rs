//! The encoding of the single parts of a message.

use super::{Array, Dtype, Fixture, Layout, Value};

pub(super) fn put_u64(out: &mut Vec<u8>, number: u64) {
    out.extend(number.to_le_bytes());
}

pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_u64(out, text.len() as u64);
    out.extend(text.as_bytes());
}

pub(super) fn put_value(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Size(size) => {
            out.push(0);
            put_u64(out, *size);
        }
        Value::Bound(None) => out.push(1),
        Value::Bound(Some(bound)) => {
            out.push(2);
            put_u64(out, *bound);
        }
        Value::Flag(flag) => out.extend([3, u8::from(*flag)]),
        Value::Array(array) => {
            out.push(4);
            put_array(out, array);
        }
        Value::View(array, shared) => {
            out.extend([5, u8::from(*shared)]);
            put_array(out, array);
        }
        Value::Text(text) => {
            out.push(6);
            put_text(out, text);
        }
        Value::Ids(ids) => {
            out.push(7);
            put_u64(out, ids.len() as u64);
            ids.iter().for_each(|id| put_u64(out, *id));
        }
        Value::Fixture(fixture) => {
            out.push(9);
            put_text(out, &fixture.file);
            put_u64(out, fixture.offset);
            out.push(fixture.dtype as u8);
            put_u64(out, fixture.shape.len() as u64);
            fixture.shape.iter().for_each(|side| put_u64(out, *side));
        }
        Value::Maybe(value) => {
            out.extend([10, u8::from(value.is_some())]);
            value.iter().for_each(|value| put_value(out, value));
        }
        Value::Record(values) => {
            out.push(8);
            put_u64(out, values.len() as u64);
            values.iter().for_each(|value| put_value(out, value));
        }
    }
}

fn put_array(out: &mut Vec<u8>, array: &Array) {
    out.push(array.layout as u8);
    put_u64(out, array.shape.len() as u64);
    for length in &array.shape {
        put_u64(out, *length);
    }
    put_u64(out, array.entries.len() as u64);
    let start = out.len();
    out.resize(start + array.entries.len() * 8, 0);
    for (place, entry) in out[start..]
        .as_chunks_mut()
        .0
        .iter_mut()
        .zip(&array.entries)
    {
        *place = entry.to_le_bytes();
    }
}

/// What is left to decode.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl Bytes<'_> {
    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.u64()?).ok()
    }

    pub(super) fn flag(&mut self) -> Option<bool> {
        match self.u8()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    pub(super) fn text(&mut self) -> Option<String> {
        let length = self.length()?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }

    pub(super) fn value(&mut self) -> Option<Value> {
        self.nested(0)
    }

    /// A value inside so many others; no honest one is deeper than a few.
    fn nested(&mut self, depth: u8) -> Option<Value> {
        Some(match self.u8()? {
            0 => Value::Size(self.u64()?),
            1 => Value::Bound(None),
            2 => Value::Bound(Some(self.u64()?)),
            3 => Value::Flag(self.flag()?),
            4 => Value::Array(self.array()?),
            5 => {
                let shared = self.flag()?;
                Value::View(self.array()?, shared)
            }
            6 => Value::Text(self.text()?),
            7 => Value::Ids(self.numbers()?),
            8 if depth < 8 => {
                let values = (0..self.u64()?).map(|_| self.nested(depth + 1));
                Value::Record(values.collect::<Option<_>>()?)
            }
            9 => Value::Fixture(Fixture {
                file: self.text()?,
                offset: self.u64()?,
                dtype: *Dtype::ALL.get(usize::from(self.u8()?))?,
                shape: self.numbers()?,
            }),
            10 if depth < 8 => Value::Maybe(match self.flag()? {
                true => Some(Box::new(self.nested(depth + 1)?)),
                false => None,
            }),
            _ => return None,
        })
    }

    fn numbers(&mut self) -> Option<Vec<u64>> {
        let count = self.length()?;
        let (numbers, _) = self.take(count.checked_mul(8)?)?.as_chunks();
        Some(
            numbers
                .iter()
                .map(|bytes| u64::from_le_bytes(*bytes))
                .collect(),
        )
    }

    fn array(&mut self) -> Option<Array> {
        let layout = *Layout::ALL.get(usize::from(self.u8()?))?;
        let shape = self.numbers()?;
        let count = self.length()?;
        let (entries, _) = self.take(count.checked_mul(8)?)?.as_chunks();
        let entries = entries
            .iter()
            .map(|bytes| f64::from_le_bytes(*bytes))
            .collect();
        Some(Array {
            shape,
            layout,
            entries,
        })
    }

    /// `value`, if nothing is left over.
    pub(super) fn end<T>(self, value: T) -> Option<T> {
        self.0.is_empty().then_some(value)
    }
}
