//! Mistakes that people make: how each is called, what is said of it, and by which answers it is known.

mod lists;

use super::{Answer, Expected, Slack, Step, Task, one_line};
use crate::protocol::{Call, Dtype, Panic, Reply};

pub(crate) use lists::{mistakes, way};

/// Mistakes about one thing.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// What they are about, in a few words.
    pub title: &'static str,
    /// The mistakes. Two may share an id where the same is done in different tasks.
    pub mistakes: &'static [Misconception],
}

impl Family {
    /// A family of this title.
    pub const fn new(title: &'static str, mistakes: &'static [Misconception]) -> Self {
        Self { title, mistakes }
    }
}

/// A mistake that people make, known by what it answers.
#[derive(Debug)]
pub struct Misconception {
    /// Its name in reports, and of its section in the book.
    pub id: &'static str,
    /// The tasks where it is a mistake; the first is the one that shows it best. None where any task can have it.
    pub tasks: &'static [u8],
    /// The ways in which it is made. The first one is the example in the book.
    pub ways: &'static [Way],
    /// A text in Markdown with what is said of it, in a section `## ID: title` of two paragraphs. Where the same reads
    /// differently in another task, there is also one `## ID in task N: title`.
    pub texts: &'static str,
}

/// What is said of a mistake.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// What was done, in a few words.
    pub title: &'static str,
    /// What that does, in a sentence or two.
    pub text: String,
    /// What to do instead, without giving the answer away. Reads well after `text` and alone.
    pub fix: String,
}

/// A way to make a mistake.
#[derive(Debug)]
pub struct Way {
    /// What it answers to a question; `None` where it is about other functions. The number is the one that it leaves
    /// open.
    pub given: fn(&Call, f64) -> Option<Given>,
    /// The number, where one is left open: the mistake is the same whatever it is.
    pub number: Option<Number>,
}

/// A number that is read from a learner's answers.
#[derive(Debug)]
pub struct Number {
    /// The one in the book.
    pub example: f64,
    /// What an answer shows of it, if it does. In every dtype the largest that is shown counts.
    pub read: fn(&Call, &Reply) -> Option<f64>,
    /// For which numbers, in which dtype, the words are true.
    pub within: fn(Dtype, f64) -> bool,
}

/// The answer that a mistake gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// This value, or an error.
    Answer(Expected),
    /// A panic whose message has this in it.
    Panic(&'static str),
    /// This value or error, or else a panic whose message has this in it.
    OrPanic(Expected, &'static str),
    /// An error, or a panic that was asked for, as `unwrap`, `expect` and `assert` do.
    Refuses,
    /// An error or any panic.
    Fails,
}

impl From<bounded::Answer> for Given {
    fn from(answer: bounded::Answer) -> Self {
        match answer.value() {
            // Where nothing is rounded, nothing differs.
            Some((value, slack)) if slack.iter().all(|slack| *slack == 0.0) => {
                Self::Answer(Expected::exact(value))
            }
            Some((value, slack)) => Self::Answer(Expected::Value(value, Slack::Within(slack))),
            None if answer == bounded::Answer::Panic => Self::Panic(""),
            None => Self::Answer(Expected::ANY_ERROR),
        }
    }
}

/// What stands for an error that may be a panic as well.
static REFUSAL: Expected = Expected::ANY_ERROR;

/// Panics that nobody asks for: of arithmetic, of memory, and of ndarray.
const ACCIDENTS: [&str; 5] = [
    "attempt to ",
    "Shape too large",
    "capacity overflow",
    "out of bounds",
    "out of range",
];

/// What is known of the number that a way leaves open, in each dtype.
type Numbers = [Option<f64>; Dtype::ALL.len()];

/// So much more than its slack the second best explanation must be off, where answers are real numbers.
const LEEWAY: f64 = 8.0;

impl Step {
    /// The mistakes that give all these answers to questions of a task, or nearly so where answers are real numbers. A
    /// wrong name is worse than no name, so one counts only where there is no second.
    pub fn mistakes<'a>(
        &self,
        task: &'a Task,
        answers: impl Iterator<Item = (&'a Call, &'a Answer)> + Clone,
    ) -> impl Iterator<Item = &'static Misconception> {
        let families = self.misconceptions.iter();
        let mistakes = families.flat_map(|family| family.mistakes);
        mistakes.filter(move |mistake| {
            let mut ways = mistake.ways.iter();
            mistake.tasks.contains(&task.number)
                && ways.any(|way| {
                    way.explains(answers.clone(), LEEWAY) && way.tells(task, answers.clone())
                })
        })
    }
}

impl Misconception {
    /// Whether it gives these answers.
    pub fn explains<'a>(
        &self,
        answers: impl Iterator<Item = (&'a Call, &'a Answer)> + Clone,
    ) -> bool {
        let mut ways = self.ways.iter();
        ways.any(|way| way.explains(answers.clone(), 1.0))
    }

    /// What is said of it.
    pub fn words(&self) -> Words {
        let section = |name: &str| {
            let mut sections = self.texts.split("\n## ").skip(1);
            sections.find_map(|section| section.strip_prefix(name)?.strip_prefix(": "))
        };
        let task = self.tasks.first();
        let own = task.and_then(|task| section(&format!("{} in task {task}", self.id)));
        let section = own.or_else(|| section(self.id)).unwrap_or_default();
        let mut parts = section.split("\n\n");
        let title = parts.next().unwrap_or_default();
        let [text, fix] = std::array::from_fn(|_| one_line(parts.next().unwrap_or_default()));
        Words { title, text, fix }
    }
}

impl Way {
    /// Its answer in the book.
    pub fn example(&self, call: &Call) -> Option<Given> {
        (self.given)(
            call,
            self.number.as_ref().map_or(0.0, |number| number.example),
        )
    }

    /// Whether it gives these answers. Real numbers may be off by `leeway` times their slack.
    fn explains<'a>(
        &self,
        answers: impl Iterator<Item = (&'a Call, &'a Answer)> + Clone,
        leeway: f64,
    ) -> bool {
        let mut numbers = [None; Dtype::ALL.len()];
        let mut settled = 0;
        // What is known of a number so far explains the answers so far, so most are found out at the first question.
        for (index, (call, answer)) in answers.clone().enumerate() {
            let before = numbers;
            if !self.gives(call, answer, &mut numbers, leeway) {
                return false;
            }
            if numbers != before {
                settled = index;
            }
        }
        let Some(Number { within, .. }) = &self.number else {
            return true;
        };
        let known = || Dtype::ALL.into_iter().zip(numbers);
        // A number counts only where another one would not do as well.
        let other = numbers.map(|number| Some(number? + number?.abs().max(1.0)));
        let says =
            |numbers, (call, answer): (&Call, &Answer)| self.says(call, answer, numbers, leeway);
        known().any(|(_, number)| number.is_some())
            && known().all(|(dtype, number)| number.is_none_or(|number| within(dtype, number)))
            && answers
                .clone()
                .take(settled)
                .all(|pair| says(&numbers, pair))
            && !answers.clone().all(|pair| says(&other, pair))
    }

    /// Whether it says of some wrong answer what it is. Where rounding may make anything of it, every mistake explains it.
    fn tells<'a>(
        &self,
        task: &Task,
        mut answers: impl Iterator<Item = (&'a Call, &'a Answer)>,
    ) -> bool {
        let is_wrong = |call: &Call, answer: &Answer| match answer {
            Answer::NotRun => false,
            Answer::Reply(reply) => (task.expect)(call).difference(reply).is_some(),
            _ => true,
        };
        let is_open = |call| match self.example(call) {
            Some(Given::Answer(given) | Given::OrPanic(given, _)) => given.is_open(),
            _ => false,
        };
        answers.any(|(call, answer)| is_wrong(call, answer) && !is_open(call))
    }

    /// Whether it gives this answer. What the answer shows of the numbers, one a dtype, is noted first.
    fn gives(&self, call: &Call, answer: &Answer, numbers: &mut Numbers, leeway: f64) -> bool {
        let number = &mut numbers[call.dtype as usize];
        if let (Some(Number { read, .. }), Answer::Reply(reply)) = (&self.number, answer) {
            *number = match (*number, read(call, reply)) {
                (Some(one), Some(other)) => Some(f64::max(one, other)),
                (one, other) => one.or(other),
            };
        }
        self.says(call, answer, numbers, leeway)
    }

    /// Whether it gives this answer with these numbers.
    fn says(&self, call: &Call, answer: &Answer, numbers: &Numbers, leeway: f64) -> bool {
        let number = numbers[call.dtype as usize].unwrap_or(f64::NEG_INFINITY);
        (self.given)(call, number).is_some_and(|given| given.is(answer, leeway))
    }
}

impl Given {
    /// Whether this is what was answered.
    fn is(&self, answer: &Answer, leeway: f64) -> bool {
        let reply = match answer {
            Answer::NotRun => return true,
            Answer::Reply(reply) => reply,
            _ => return false,
        };
        match (self, reply) {
            (Self::Panic(part) | Self::OrPanic(_, part), Reply::Panicked(panic)) => {
                panic.message.contains(part)
            }
            (Self::Answer(given) | Self::OrPanic(given, _), reply) => {
                given.loosened(leeway).difference(reply).is_none()
            }
            (Self::Fails | Self::Refuses, Reply::Failed(_)) | (Self::Fails, Reply::Panicked(_)) => {
                true
            }
            (Self::Refuses, Reply::Panicked(panic)) => !ACCIDENTS
                .iter()
                .any(|accident| panic.message.contains(accident)),
            _ => false,
        }
    }

    /// The answer, where it is one, or an error in place of one that may be several things.
    pub fn answer(&self) -> Option<&Expected> {
        match self {
            Self::Answer(expected) | Self::OrPanic(expected, _) => Some(expected),
            Self::Refuses | Self::Fails => Some(&REFUSAL),
            Self::Panic(_) => None,
        }
    }

    /// A reply that is this.
    pub fn reply(&self) -> Reply {
        let panicked = |message: &str| {
            Reply::Panicked(Panic {
                message: message.to_owned(),
                file: String::new(),
                line: 0,
                in_library: false,
            })
        };
        match self {
            Self::Panic(message) => panicked(message),
            other => other.answer().map_or(Reply::Unknown, Expected::reply),
        }
    }
}
