//! Has a worker write, and prints what it writes while it does.

use std::io;
use std::path::PathBuf;
use std::time::Instant;

use super::asked::Asked;
use crate::build::{Binary, Crate};
use crate::error::Result;
use crate::model::Tokenizer;
use crate::protocol::{Call, Reply, Value};
use crate::report;
use crate::session;
use crate::steps::Answer;
use crate::text::plain;
use crate::worker::{self, Limits, Listener, Run};

/// The token that ends a text.
const END: &str = "<|endoftext|>";

/// A page of the novels that the model was not trained on.
const HELD_OUT: &str = include_str!("../../../model/held_out.txt");

/// A model that can be asked to write.
pub(super) struct Speaker<'a> {
    binary: Binary,
    _made: Crate,
    tokenizer: &'a Tokenizer,
    reads: Vec<PathBuf>,
    limits: Limits,
}

/// What became of a text.
pub(super) enum Written {
    /// It is there; how fast it came.
    Whole(String),
    /// It broke off, for this reason.
    Broken(String),
}

impl<'a> Speaker<'a> {
    /// A program that may read these files.
    pub fn new(
        binary: Binary,
        made: Crate,
        tokenizer: &'a Tokenizer,
        reads: Vec<PathBuf>,
        limits: Limits,
    ) -> Self {
        Self {
            binary,
            _made: made,
            tokenizer,
            reads,
            limits,
        }
    }

    /// Writes, and prints every word when it is there.
    pub fn write(&self, prompt: &str, asked: &Asked) -> Result<Written> {
        let end = self.tokenizer.special(END);
        let mut decoder = self.tokenizer.decoder();
        let mut page = Page::new();
        page.print(prompt)?;
        let (mut count, mut failed) = (0_u32, None);
        let started = Instant::now();
        let mut first = None;
        let run = self.listen(&asked.text(), &mut |part| {
            let Value::Size(id) = part else { return false };
            first.get_or_insert_with(Instant::now);
            if Some(*id) == end {
                return false;
            }
            count += 1;
            let printed = page.print(&decoder.push(*id));
            failed = printed.err();
            failed.is_none()
        })?;
        page.print(&decoder.finish())?;
        page.end()?;
        if let Some(error) = failed {
            return Err(error);
        }
        Ok(match run.answers.first() {
            Some(Answer::Reply(Reply::Returned(_)) | Answer::NotRun) => {
                Written::Whole(pace(count, first.unwrap_or(started), started))
            }
            Some(answer) => Written::Broken(broken_off(answer)),
            None => Written::Whole(String::new()),
        })
    }

    /// How surprising a page is that the model has not read; `None` where it gives no number.
    pub fn loss(&self, asked: &Asked) -> Result<Option<f64>> {
        let ids = self.tokenizer.encode(HELD_OUT);
        let run = self.listen(&asked.surprise(ids), &mut |_| true)?;
        Ok(match run.answers.first() {
            Some(Answer::Reply(Reply::Returned(value))) => {
                let entries = value.array().map(|array| array.entries.as_slice());
                entries.and_then(|entries| entries.first().copied())
            }
            _ => None,
        })
    }

    fn listen(&self, call: &Call, hear: &mut dyn FnMut(&Value) -> bool) -> Result<Run> {
        let deadline = Instant::now() + self.limits.step;
        let reads = &self.reads;
        let listener = Listener { reads, hear };
        worker::listen(&self.binary, call, &self.limits, deadline, listener)
    }
}

/// How many tokens there were, and how many a second behind the first.
fn pace(count: u32, first: Instant, started: Instant) -> String {
    let seconds = first.elapsed().as_secs_f64();
    let before = first.duration_since(started).as_secs_f64();
    match count {
        0 => "No token was written.".to_owned(),
        1 => format!("1 token, after {before:.2} s"),
        _ => {
            let speed = f64::from(count - 1) / seconds.max(1e-9);
            let digits = usize::from(speed < 10.0);
            format!("{count} tokens, {speed:.digits$} a second; the first after {before:.2} s")
        }
    }
}

/// Why a text broke off.
fn broken_off(answer: &Answer) -> String {
    let why = match answer {
        Answer::Reply(Reply::Failed(error)) => format!("`generate` returned an error: {error}"),
        Answer::Reply(Reply::Panicked(panic)) => format!("it panicked: {}", panic.message),
        Answer::Crashed(what) | Answer::OutOfLimits(what) => what.clone(),
        Answer::TimedOut => "a token took too long; `--timeout` allows more".to_owned(),
        _ => "the worker answered something else".to_owned(),
    };
    format!("The text broke off: {}", plain(&why))
}

/// Where a text is printed: on a terminal in lines that fit.
struct Page {
    width: Option<usize>,
    column: usize,
    word: String,
}

impl Page {
    fn new() -> Self {
        let width = session::obeys(&io::stdout()).then(session::width);
        Self {
            width,
            column: 0,
            word: String::new(),
        }
    }

    /// Prints what of a text is whole words.
    fn print(&mut self, text: &str) -> Result<()> {
        // What weights say is not to rule a terminal.
        let text: String = text.split('\n').map(plain).collect::<Vec<_>>().join("\n");
        let Some(width) = self.width else {
            return report::print(&text);
        };
        let mut ready = String::new();
        for sign in text.chars() {
            if sign == ' ' || sign == '\n' {
                self.place(width, &mut ready);
            }
            if sign == '\n' {
                ready.push('\n');
                self.column = 0;
            } else {
                self.word.push(sign);
            }
        }
        report::print(&ready)
    }

    /// Puts the word where it fits.
    fn place(&mut self, width: usize, ready: &mut String) {
        let length = self.word.chars().count();
        if self.column + length > width && self.column > 0 {
            ready.push('\n');
            self.word = self.word.trim_start().to_owned();
            self.column = 0;
        }
        self.column += self.word.chars().count();
        ready.push_str(&self.word);
        self.word.clear();
    }

    /// Prints what is left, and ends the line.
    fn end(&mut self) -> Result<()> {
        let mut ready = String::new();
        let width = self.width.unwrap_or(usize::MAX);
        self.place(width, &mut ready);
        ready.push('\n');
        report::print(&ready)
    }
}
