//! Who handed in what: finds the lines of a table that hand-ins belong to.

use super::row::Row;

/// To whom a hand-in belongs, as far as its name tells.
#[derive(Debug)]
struct Names(Vec<String>);

/// What became of a line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// These points, of so many.
    Points(u32),
    /// Something that could not be judged.
    Ungraded,
    /// Nothing.
    Nothing,
    /// More than can be told apart.
    Unclear,
}

/// What became of the lines of a table, and which hand-ins belong to none of them.
#[derive(Debug)]
pub(super) struct Matched {
    /// One for each line.
    pub(super) found: Vec<Found>,
    /// The places of the hand-ins that belong to nobody.
    pub(super) strangers: Vec<usize>,
}

/// Finds the hand-ins of each line. `lines` are the cells by which lines are known.
pub(super) fn matched(lines: &[Vec<String>], rows: &[Row]) -> Matched {
    let names: Vec<Names> = rows.iter().map(|row| Names::of(&row.id)).collect();
    let of_line = |line: &Vec<String>| -> Vec<usize> {
        let is_of = |place: &usize| line.iter().any(|cell| names[*place].have(cell));
        (0..rows.len()).filter(is_of).collect()
    };
    let all: Vec<Vec<usize>> = lines.iter().map(of_line).collect();
    let owners = |row: usize| all.iter().filter(|places| places.contains(&row)).count();
    let found = all.iter().map(|places| {
        if places.iter().any(|row| owners(*row) > 1) {
            return Found::Unclear;
        }
        together(places.iter().map(|place| &rows[*place]))
    });
    Matched {
        found: found.collect(),
        strangers: (0..rows.len()).filter(|row| owners(*row) == 0).collect(),
    }
}

/// What several hand-ins of one person come to: some systems make one of each file.
fn together<'a>(rows: impl Iterator<Item = &'a Row>) -> Found {
    let mut found = Found::Nothing;
    let mut steps: Vec<&str> = Vec::new();
    for row in rows {
        if row.status != "graded" {
            return match found {
                Found::Nothing => Found::Ungraded,
                _ => Found::Unclear,
            };
        }
        if row.steps.iter().any(|step| steps.contains(&&*step.step)) {
            return Found::Unclear;
        }
        steps.extend(row.steps.iter().map(|step| &*step.step));
        found = match found {
            Found::Nothing => Found::Points(row.points),
            Found::Points(points) => Found::Points(points + row.points),
            _ => Found::Unclear,
        };
    }
    found
}

impl Names {
    /// Those that a hand-in's name holds: all of it; without its ending; and, as Moodle and Canvas put them together, what
    /// stands before the first number, and that number.
    fn of(id: &str) -> Self {
        let mut names = vec![id];
        let bare = id.rsplit_once('.').map_or(id, |(name, ending)| {
            let known = ["zip", "rs"]
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known));
            if known { name } else { id }
        });
        names.push(bare);
        let parts: Vec<&str> = bare.split('_').collect();
        let is_number = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        match parts.iter().position(is_number) {
            Some(place) if place > 0 && parts.len() > place + 1 => {
                names.push(parts[0]);
                // Behind `step` stands the number of one.
                if parts[place - 1] != "step" {
                    names.push(parts[place]);
                }
            }
            Some(place) if place > 1 && parts[place - 1] == "step" => names.push(parts[0]),
            _ => {}
        }
        Self(names.into_iter().map(normal).collect())
    }

    fn have(&self, cell: &str) -> bool {
        let cell = normal(cell);
        !cell.is_empty() && self.0.contains(&cell)
    }
}

/// A name as it is compared.
fn normal(name: &str) -> String {
    let name = name.trim().to_lowercase();
    // So Moodle calls who is anonymous.
    name.strip_prefix("participant ")
        .map_or(name.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_learning_systems_are_understood() {
        let have = |id: &str, cell: &str| Names::of(id).have(cell);
        let moodle = "Ana María_123_assignsubmission_file_";
        assert!(have(moodle, "ana maría") && have(moodle, "Participant 123"));
        let canvas = "doejane_LATE_77_88_step_02-1.rs";
        assert!(have(canvas, "77") && have(canvas, "doejane"));
        assert!(!have(canvas, "88") && !have(canvas, "02"));
        assert!(have("ana@uni.org.zip", "ana@uni.org") && have("ana_step_02.rs", "ana"));
        assert!(have("s123", "S123") && !have("s123", "123") && !have("s123", ""));
    }
}
