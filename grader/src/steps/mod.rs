//! What there is to judge: the steps of the course, their tasks, the questions and the right answers.

mod answer;
mod behaviours;
mod code;
pub mod domains;
pub mod draw;
mod example;
mod misconception;
mod step_01;
pub mod step_02;
mod step_03;
mod step_04;
mod step_05;
mod step_06;
mod step_07;
mod step_08;
mod step_09;
mod step_10;
mod step_11;
mod step_12;

use crate::anchors;
use crate::protocol::{Array, Call, Reply, Value};
use domains::Space;

pub use answer::{Difference, Expected, Slack, same};
pub(crate) use behaviours::{FIRST_CALL, SMALL_SIZES, SOME_DTYPES};
pub use draw::{Draw, Drawing, Medium, Wanted};
pub use example::Example;
pub use misconception::{Family, Given, Misconception, Number, Way, Words};

/// All steps, in order.
pub const STEPS: &[Step] = &[
    step_01::STEP,
    step_02::STEP,
    step_03::STEP,
    step_04::STEP,
    step_05::STEP,
    step_06::STEP,
    step_07::STEP,
    step_08::STEP,
    step_09::STEP,
    step_10::STEP,
    step_11::STEP,
    step_12::STEP,
];

/// One step of the course.
#[derive(Debug)]
pub struct Step {
    /// Its number.
    pub number: u8,
    /// The name that all its files share.
    pub stem: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its tasks, in order.
    pub tasks: &'static [Task],
    /// The reference answers, with the marks from which the stub is made.
    pub solution: &'static str,
    /// What each task asks for, and its hints, by anchors.
    pub hints: &'static str,
    /// The code that makes its calls inside the worker, one piece a function.
    pub glue: &'static str,
    /// The code that makes its structs from what a question holds, for itself and for later steps; empty where there are none.
    pub given: &'static str,
    /// The mistakes that can be told by their answers.
    pub misconceptions: &'static [Family],
    /// What a wrong array of the right shape would do, in words; arguments are the call, the right array, the wrong one.
    pub effect: fn(&Call, &Array, &Array) -> Option<String>,
    /// How an answer of the step is drawn; `None` where there is nothing to draw.
    pub draw: Option<Draw>,
}

/// One task of a step.
#[derive(Debug)]
pub struct Task {
    /// Its number within the step.
    pub number: u8,
    /// Its title.
    pub title: &'static str,
    /// The function to write, or the method as `Type::name`; `None` where the task asks for none.
    pub function: Option<&'static str>,
    /// What it is worth; an optional task is worth nothing.
    pub points: u32,
    /// Whether the step is passed without it.
    pub optional: bool,
    /// The tasks whose functions the reference answer calls.
    pub uses: &'static [u8],
    /// What may be asked.
    pub domains: &'static [Space],
    /// The right answer to a question.
    pub expect: fn(&Call) -> Expected,
    /// The call that answers a question with the learner's own functions of the tasks in `uses`.
    pub compose: Option<fn(&Call) -> Call>,
    /// What that asks those functions, where all of them are right.
    pub parts: fn(&Call) -> Vec<Call>,
}

/// What most tasks have in common. A step says how its right answers are found.
const TASK: Task = Task {
    number: 0,
    title: "",
    function: None,
    points: 0,
    optional: false,
    uses: &[],
    domains: &[],
    expect: |_| Expected::ANY_ERROR,
    compose: None,
    parts: |_| Vec::new(),
};

/// A group of questions with a name.
#[derive(Clone, Debug)]
pub struct Check {
    /// What is asked, for the report.
    pub name: String,
    /// The questions, the simplest first.
    pub questions: Vec<Question>,
}

/// A call to make, and what it should return.
#[derive(Clone, Debug)]
pub struct Question {
    /// The call.
    pub call: Call,
    /// The right answer, computed once.
    pub expected: Expected,
}

/// What became of one question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The worker answered.
    Reply(Reply),
    /// The process ended before it answered, in this way.
    Crashed(String),
    /// It took longer than the limit.
    TimedOut,
    /// It ran into this limit.
    OutOfLimits(String),
    /// It was not asked.
    NotRun,
}

impl Answer {
    /// Whether two answers are the same.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Reply(one), Self::Reply(other)) => same(one, other),
            _ => self == other,
        }
    }
}

impl Step {
    /// The step that a learner calls `name`: `2`, `02` or `step_02`.
    pub fn find(name: &str) -> Option<&'static Self> {
        let digits = name.strip_prefix("step_").unwrap_or(name);
        let number: u8 = digits.parse().ok()?;
        STEPS.iter().find(|step| step.number == number)
    }

    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.rs", self.stem)
    }

    /// The task with this number.
    pub fn task(&self, number: u8) -> Option<&'static Task> {
        self.tasks.iter().find(|task| task.number == number)
    }

    /// All families of mistakes that a report can name, those that any step can have among them.
    pub fn families(&self) -> impl Iterator<Item = Family> {
        let mut spaces = self.tasks.iter().flat_map(|task| task.domains);
        let dtypes = spaces.any(|space| space.dtypes);
        let own = self.misconceptions.iter().copied();
        own.chain([behaviours::family(dtypes)])
    }

    /// The place in the book that is about a task: a page, and a section of it.
    pub fn task_place(&self, task: &Task) -> String {
        format!("{}#task-{}", self.stem, task.number)
    }

    /// The place in the book that is about a mistake.
    pub fn mistake_place(&self, mistake: &Misconception) -> String {
        format!("{}_mistakes#{}", self.stem, mistake.id)
    }

    /// The points that can be reached.
    pub fn max_points(&self) -> u32 {
        self.tasks.iter().map(|task| task.points).sum()
    }

    /// What the task asks for, in one paragraph.
    pub fn todo(&self, task: &Task) -> String {
        paragraph(self.hints, &format!("todo_{}", task.number))
    }

    /// What who has passed the step has learned, in one paragraph.
    pub fn learned(&self) -> String {
        paragraph(self.hints, "learned")
    }

    /// One of the three hints of a task.
    pub fn hint(&self, task: &Task, level: u8) -> String {
        anchors::part(self.hints, &format!("hint_{}_{level}", task.number)).unwrap_or_default()
    }

    /// The reference answer to a task: the whole function, or the imports.
    pub fn answer(&self, task: &Task) -> String {
        let anchor = match task.function {
            Some(function) => function.replace("::", "_"),
            None => format!("answer_{}", task.number),
        };
        anchors::part(self.solution, &anchor).unwrap_or_default()
    }

    /// The signature that the reference gives to a function or a method such as `LayerNorm::forward`.
    pub fn signature(&self, function: &str) -> String {
        // mdBook takes no colons in the name of an anchor.
        let anchor = function.replace("::", "_");
        let item = anchors::part(self.solution, &anchor).unwrap_or_default();
        let signature = item
            .split_once(" {\n")
            .map_or("", |(signature, _)| signature);
        let indent = signature.len() - signature.trim_start().len();
        let lines = signature
            .lines()
            .map(|line| line.get(indent..).unwrap_or(line));
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Task {
    /// The questions, in groups; which they are follows from the seed.
    pub fn questions(&self, seed: u64) -> Vec<Check> {
        domains::questions(self.domains, self.expect, seed)
    }

    /// The question that this call asks.
    pub fn question(&self, call: Call) -> Question {
        let expected = (self.expect)(&call);
        Question { call, expected }
    }
}

/// From here on a number is large, whatever it is.
const LARGEST_SEEN: u64 = 1 << 20;

/// How large a question is: of several that are answered wrongly, the smallest is the one to show.
pub fn size(call: &Call) -> u64 {
    let sizes = call.arguments.iter().map(|argument| match argument {
        // Of the largest numbers none is smaller than another to the eye.
        Value::Size(size) => 1 + (*size).min(LARGEST_SEEN),
        Value::Ids(ids) => 1 + ids.len() as u64,
        other => {
            let shape = other.array().map_or(&[][..], |array| &array.shape);
            shape.iter().fold(1, |area, side| area * (side + 1))
        }
    });
    sizes.fold(1, u64::saturating_mul)
}

/// The longest side in a question: a length, or that of an argument.
pub fn longest_side(call: &Call) -> u64 {
    fn of(argument: &Value) -> u64 {
        match argument {
            Value::Size(size) => *size,
            Value::Ids(ids) => ids.len() as u64,
            Value::Record(parts) => parts.iter().map(of).max().unwrap_or_default(),
            other => {
                let sides = other.array().into_iter().flat_map(|array| &array.shape);
                sides.copied().max().unwrap_or_default()
            }
        }
    }
    call.arguments.iter().map(of).max().unwrap_or_default()
}

/// A part of the hints as one line.
fn paragraph(hints: &str, anchor: &str) -> String {
    one_line(&anchors::part(hints, anchor).unwrap_or_default())
}

/// A paragraph without its line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
