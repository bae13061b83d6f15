//! What grader and worker say to each other: calls one way, replies the other. Both sides compile this one crate.
//!
//! A request is one run of bytes up to the end of the stream. Every reply is a frame: a magic number, the number that
//! the request gave, the index of the call, the length, the payload. All numbers are little-endian. Decoding checks
//! every length before it uses it, and allocates nothing that the bytes at hand do not back.
//!
//! What the learner's code prints goes another way, as it is. Between it stands a mark for every call, so that the
//! grader can tell what was printed during which. A mark can be forged or lost: nothing but what is shown hangs on it.

mod bytes;
mod dtype;
mod value;

use std::borrow::Borrow;
use std::io::{self, Read};

pub use dtype::Dtype;
pub use value::{Array, Fixture, Layout, Value, equal};

use bytes::{Bytes, put_text, put_u64, put_value};

/// One call to make.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The name of the function.
    pub function: String,
    /// The type that stands for its type parameter; of no meaning to a function without one.
    pub dtype: Dtype,
    /// The arguments, in order.
    pub arguments: Vec<Value>,
}

impl Call {
    fn put(&self, out: &mut Vec<u8>) {
        put_text(out, &self.function);
        out.push(self.dtype as u8);
        put_u64(out, self.arguments.len() as u64);
        for argument in &self.arguments {
            put_value(out, argument);
        }
    }
}

/// How a call ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// It returned, and if it returns a `Result`, with `Ok`.
    Returned(Value),
    /// It returned this error.
    Failed(String),
    /// It panicked.
    Panicked(Panic),
    /// It wrote into this argument, counted from 0, which it was to read alone.
    Changed(u32),
    /// The worker does not know this call.
    Unknown,
    /// It goes on, and this is what it has so far. Calls that stream send any number of these before their reply.
    Part(Value),
}

/// A panic, as the hook and the payload tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panic {
    /// The message; empty where the payload was no text.
    pub message: String,
    /// The file of the panic or, where that is not the learner's, of the learner's call that led to it.
    pub file: String,
    /// The line in that file; 0 where it is not known.
    pub line: u32,
    /// Whether it happened in a library and not in the learner's own line.
    pub in_library: bool,
}

/// All that the grader asks of one worker.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Stands in every reply, so that junk on the channel is not taken for one.
    pub number: u64,
    /// The folder of the learner's files, as the compiler knows it.
    pub source: String,
    /// Whether a mark is to stand before what each call prints.
    pub marked: bool,
    /// The calls, to be answered in order.
    pub calls: Vec<Call>,
}

/// More entries than this are not sent; no right answer has as many.
pub const MAX_ENTRIES: usize = 1 << 21;

/// No payload is longer.
const MAX_PAYLOAD: usize = MAX_ENTRIES * 8 + (1 << 16);
/// No message of a panic or an error is sent beyond this many bytes.
const MAX_TEXT: usize = 1 << 12;
const MAGIC: u32 = 0x6B73_616D;
const HEADER: usize = 20;

/// A mark begins with this byte, which no text has in it.
pub const MARK: u8 = 0xFF;
/// So long is a mark.
pub const MARK_LENGTH: usize = 13;

impl Request {
    /// The request as bytes.
    pub fn encode(&self) -> Vec<u8> {
        Self::encode_parts(self.number, &self.source, self.marked, &self.calls)
    }

    /// The request that these parts make, as bytes.
    pub fn encode_parts(
        number: u64,
        source: &str,
        marked: bool,
        calls: &[impl Borrow<Call>],
    ) -> Vec<u8> {
        let mut out = Vec::new();
        put_u64(&mut out, number);
        put_text(&mut out, source);
        out.push(marked.into());
        put_u64(&mut out, calls.len() as u64);
        for call in calls {
            call.borrow().put(&mut out);
        }
        out
    }

    /// Reads a request; `None` where the bytes are not one.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let number = bytes.u64()?;
        let source = bytes.text()?;
        let marked = match bytes.u8()? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let mut calls = Vec::new();
        for _ in 0..bytes.u64()? {
            let function = bytes.text()?;
            let dtype = *Dtype::ALL.get(usize::from(bytes.u8()?))?;
            let mut arguments = Vec::new();
            for _ in 0..bytes.u64()? {
                arguments.push(bytes.value()?);
            }
            calls.push(Call {
                function,
                dtype,
                arguments,
            });
        }
        bytes.end(Self {
            number,
            source,
            marked,
            calls,
        })
    }
}

impl Reply {
    /// The reply to call `index` of request `number`, as one frame.
    pub fn frame(&self, number: u64, index: u32) -> Vec<u8> {
        let mut out = vec![0; HEADER];
        match self {
            Self::Returned(value) => {
                out.push(0);
                put_value(&mut out, value);
            }
            Self::Failed(error) => {
                out.push(1);
                put_text(&mut out, shorten(error));
            }
            Self::Panicked(panic) => {
                out.push(2);
                put_text(&mut out, shorten(&panic.message));
                put_text(&mut out, &panic.file);
                out.extend(panic.line.to_le_bytes());
                out.push(panic.in_library.into());
            }
            Self::Unknown => out.push(3),
            Self::Changed(argument) => {
                out.push(4);
                out.extend(argument.to_le_bytes());
            }
            Self::Part(value) => {
                out.push(5);
                put_value(&mut out, value);
            }
        }
        let length = (out.len() - HEADER) as u32;
        out[..4].copy_from_slice(&MAGIC.to_le_bytes());
        out[4..12].copy_from_slice(&number.to_le_bytes());
        out[12..16].copy_from_slice(&index.to_le_bytes());
        out[16..HEADER].copy_from_slice(&length.to_le_bytes());
        out
    }

    /// Reads the frame that answers call `index` of request `number`.
    ///
    /// # Errors
    ///
    /// `UnexpectedEof` where the stream ends before the frame does, `InvalidData` where the bytes are something else,
    /// and what the stream itself reports.
    pub fn read(from: &mut impl Read, number: u64, index: u32) -> io::Result<Self> {
        let mut header = [0; HEADER];
        from.read_exact(&mut header)?;
        let mut fields = Bytes(&header);
        let expected = (Some(MAGIC), Some(number), Some(index));
        let found = (fields.u32(), fields.u64(), fields.u32());
        let length = fields.u32().map_or(usize::MAX, |length| length as usize);
        if found != expected || length > MAX_PAYLOAD {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut payload = vec![0; length];
        from.read_exact(&mut payload)?;
        Self::decode(&payload).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    fn decode(payload: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(payload);
        let reply = match bytes.u8()? {
            0 => Self::Returned(bytes.value()?),
            1 => Self::Failed(bytes.text()?),
            2 => Self::Panicked(Panic {
                message: bytes.text()?,
                file: bytes.text()?,
                line: bytes.u32()?,
                in_library: bytes.flag()?,
            }),
            3 => Self::Unknown,
            4 => Self::Changed(bytes.u32()?),
            5 => Self::Part(bytes.value()?),
            _ => return None,
        };
        bytes.end(reply)
    }
}

/// What stands before the prints of call `index` of request `number`.
pub fn mark(number: u64, index: u32) -> [u8; MARK_LENGTH] {
    let mut mark = [MARK; MARK_LENGTH];
    mark[1..9].copy_from_slice(&number.to_le_bytes());
    mark[9..].copy_from_slice(&index.to_le_bytes());
    mark
}

fn shorten(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_TEXT)]
}
