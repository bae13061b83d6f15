//! Everything in the book that code can compute. A page shows a figure by its name, as in `{{#figure step_02_causal_mask}}`.
//!
//! What every step has (its tasks, its stub, its mistakes) is computed from the grader's `STEPS`. The figures that a step
//! has of its own stand in a module of its name, `step_02`, which `build.rs` finds.

mod bars;
mod broken;
mod built;
mod costs;
mod drawn;
mod grader;
mod grid;
pub mod mistakes;
mod plot;
mod shipped;
mod svg;
mod tasks;

include!(concat!(env!("OUT_DIR"), "/steps.rs"));

use std::sync::OnceLock;

use ::grader::steps::{STEPS, Step};
use ndarray::ShapeError;

/// Computes a figure, as Markdown.
type Figure = fn() -> Result<String, ShapeError>;

/// What a step has of its own in the book.
struct Own {
    /// Its figures, by their names without that of the step.
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

/// All figures of the book. Each is computed when it is first asked for, and then known.
pub struct Figures(Vec<Named>);

struct Named {
    name: String,
    compute: Box<dyn Fn() -> Result<String, ShapeError>>,
    computed: OnceLock<Result<String, ShapeError>>,
}

impl Figures {
    /// The figures of all steps, none of which is computed yet.
    pub fn all() -> Self {
        let mut all = Self(Vec::new());
        all.add("grader_limits".to_owned(), grader::limits);
        for kind in ["right", "wrong"] {
            all.add(format!("grader_{kind}_programs"), move || {
                grader::programs(kind)
            });
        }
        all.add("costs_machine".to_owned(), costs::machine);
        all.add("costs_masks".to_owned(), costs::masks);
        all.add("costs_layers".to_owned(), costs::layers);
        all.add("costs_memory".to_owned(), costs::memory);
        for step in STEPS {
            all.add_step(step);
        }
        all.add("built_steps".to_owned(), built::steps);
        all.add("broken_losses".to_owned(), broken::losses);
        all.add("broken_texts".to_owned(), broken::texts);
        for (stem, own) in OF_STEPS {
            for (name, figure) in own.figures {
                all.add(format!("{stem}_{name}"), figure);
            }
        }
        all
    }

    /// What every step has.
    fn add_step(&mut self, step: &'static Step) {
        let stem = step.stem;
        self.add(format!("{stem}_opening"), move || Ok(tasks::opening(step)));
        self.add(format!("{stem}_stub"), move || Ok(tasks::stub(step)));
        for task in step.tasks {
            let number = task.number;
            self.add(format!("{stem}_task_{number}"), move || {
                Ok(tasks::asked(step, task))
            });
            self.add(format!("{stem}_help_{number}"), move || {
                Ok(tasks::help(step, task))
            });
        }
        self.add(format!("{stem}_mistakes"), move || mistakes::index(step));
    }

    fn add(&mut self, name: String, compute: impl Fn() -> Result<String, ShapeError> + 'static) {
        self.0.push(Named {
            name,
            compute: Box::new(compute),
            computed: OnceLock::new(),
        });
    }

    /// The names of all figures.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|figure| figure.name.as_str())
    }

    /// The figure of this name, as Markdown; `None` where there is none.
    pub fn get(&self, name: &str) -> Option<Result<&str, ShapeError>> {
        let figure = self.0.iter().find(|figure| figure.name == name)?;
        let computed = figure.computed.get_or_init(|| (figure.compute)());
        Some(computed.as_deref().map_err(Clone::clone))
    }
}
