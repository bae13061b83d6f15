//! Reads the parts of a text that mdBook's anchors mark, as mdBook reads them: one marking serves book and grader.

const START: &str = "ANCHOR: ";
const END: &str = "ANCHOR_END: ";

/// One line of a text, as anchors see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// The anchor of this name begins here.
    Start(&'a str),
    /// The anchor of this name ends here.
    End(&'a str),
    /// A line of the text itself.
    Text(&'a str),
}

/// The lines of `text`.
pub fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.lines().map(|line| {
        let name = |mark| {
            let (_, rest) = line.split_once(mark)?;
            rest.split_whitespace().next()
        };
        name(END)
            .map(Line::End)
            .or_else(|| name(START).map(Line::Start))
            .unwrap_or(Line::Text(line))
    })
}

/// The text between the two marks of the anchor `name`, without the marks of other anchors; `None` where there is no
/// such anchor or it does not end.
pub fn part(text: &str, name: &str) -> Option<String> {
    let mut inside = false;
    let mut part = String::new();
    for line in lines(text) {
        match line {
            Line::Start(start) if start == name => inside = true,
            Line::End(end) if end == name => return inside.then_some(part),
            Line::Text(text) if inside => {
                part.push_str(text);
                part.push('\n');
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a\n// ANCHOR: outer\nb\n    // ANCHOR: inner\n    c\n    // ANCHOR_END: inner\n// ANCHOR_END: outer\nd\n";

    #[test]
    fn a_part_is_what_stands_between_its_marks() {
        assert_eq!(part(TEXT, "inner").as_deref(), Some("    c\n"));
    }

    #[test]
    fn marks_of_other_anchors_are_left_out() {
        assert_eq!(part(TEXT, "outer").as_deref(), Some("b\n    c\n"));
    }

    #[test]
    fn an_anchor_that_is_missing_or_does_not_end_is_no_part() {
        assert_eq!(part(TEXT, "other"), None);
        assert_eq!(part("// ANCHOR: open\nx\n", "open"), None);
    }
}
