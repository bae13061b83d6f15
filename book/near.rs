//! Which of several names somebody meant.

/// How many letters have to be put in, left out or changed to get from one word to the other.
pub(crate) fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, letter) in from.chars().enumerate() {
        let mut before = i;
        row[0] = i + 1;
        for (j, other) in to.iter().enumerate() {
            let changed = before + usize::from(letter != *other);
            before = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(before + 1);
        }
    }
    row[to.len()]
}

/// The name that is nearest by its letters.
pub(crate) fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names.into_iter().min_by_key(|other| distance(name, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_letters() {
        for (from, to, count) in [("", "ab", 2), ("task6", "task-6", 1), ("abc", "acb", 2)] {
            assert_eq!(distance(from, to), count, "{from} {to}");
            assert_eq!(distance(to, from), count, "{to} {from}");
        }
    }

    #[test]
    fn the_nearest_name_has_the_fewest_other_letters() {
        let names = ["step_02_rows", "step_02_causal_mask", "step_03_row"];
        assert_eq!(nearest("step_02_casual_mask", names), Some(names[1]));
        assert_eq!(nearest("x", []), None);
    }
}
