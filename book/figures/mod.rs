//! Everything in the book that code can compute: each figure is one function, and one file of `src/generated/`.
//!
//! What every step has (its tasks, its stub, its mistakes) is computed from the grader's `STEPS`. The figures that a step
//! has of its own stand in a module of its name, `step_02`, which `build.rs` finds.

mod grader;
mod grid;
mod mistakes;
mod plot;
mod svg;
mod tasks;

include!(concat!(env!("OUT_DIR"), "/steps.rs"));

use ::grader::steps::{STEPS, Step};
use ndarray::ShapeError;

/// Computes a figure, as Markdown; one whose name ends with `.js`, as a script.
type Figure = fn() -> Result<String, ShapeError>;

/// What a step has of its own in the book.
struct Own {
    /// The ends of the names of its figures, and the figures.
    figures: &'static [(&'static str, Figure)],
    /// Whether its page shows the mistake of this id in an explorer.
    explores: fn(&str) -> Result<bool, ShapeError>,
}

impl Own {
    /// Figures and no more.
    const fn figures(figures: &'static [(&'static str, Figure)]) -> Self {
        Self {
            figures,
            explores: |_| Ok(false),
        }
    }
}

/// Computes what every step has.
type StepFigure = fn(&'static Step) -> Result<String, ShapeError>;

/// The figures that every step has, by the ends of their names.
const OF_EVERY_STEP: &[(&str, StepFigure)] = &[
    ("opening.md", tasks::opening),
    ("stub.md", tasks::stub),
    ("tasks.md", tasks::tasks),
    ("mistakes.md", mistakes::of),
];

/// The name of every file and what it holds. To compute all of it takes a while.
pub fn all() -> Vec<(String, Result<String, ShapeError>)> {
    let mut all = vec![("grader_limits.md".to_owned(), grader::limits())];
    for step in STEPS {
        let figures = OF_EVERY_STEP.iter();
        all.extend(figures.map(|(name, figure)| (format!("{}_{name}", step.stem), figure(step))));
    }
    for (stem, own) in OF_STEPS {
        let figures = own.figures.iter();
        all.extend(figures.map(|(name, figure)| (format!("{stem}_{name}"), figure())));
    }
    all
}
