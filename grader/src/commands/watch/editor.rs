//! Opens a file in the user's editor.

use std::env;
use std::path::Path;
use std::process::Command;

/// Editors that take the line before the file.
const PLUS: [&str; 9] = [
    "vi",
    "vim",
    "nvim",
    "nano",
    "emacs",
    "emacsclient",
    "kak",
    "micro",
    "ne",
];
/// Editors that take it behind the file.
const COLON: [&str; 5] = ["hx", "helix", "zed", "subl", "zeditor"];
/// What tells an editor with a window of its own to keep the terminal until the file is closed there. That is for programs
/// that want to have the file then; a step is to be checked meanwhile.
const WAIT: [&str; 2] = ["--wait", "-w"];
/// Editors that take it behind the file after an option of their own.
const GOTO: [&str; 5] = ["code", "code-insiders", "codium", "vscodium", "cursor"];

/// The command that opens a file at a line in the editor that `VISUAL` or `EDITOR` names; `None` where neither does.
pub(super) fn command(file: &Path, line: u32) -> Option<Command> {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR"))?;
    Some(opening(&editor, file, line))
}

fn opening(editor: &str, file: &Path, line: u32) -> Command {
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let name = Path::new(program).file_stem().unwrap_or_default();
    let name = name.to_str().unwrap_or_default();
    let mut command = Command::new(program);
    let has_window = GOTO.contains(&name) || ["zed", "subl", "zeditor"].contains(&name);
    command.args(words.filter(|word| !has_window || !WAIT.contains(word)));
    let at_line = format!("{}:{line}", file.display());
    if PLUS.contains(&name) {
        command.arg(format!("+{line}")).arg(file);
    } else if COLON.contains(&name) {
        command.arg(at_line);
    } else if GOTO.contains(&name) {
        command.arg("--goto").arg(at_line);
    } else {
        command.arg(file);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_line_as_it_takes_it() {
        for (editor, arguments) in [
            ("vim", "+8 a.rs"),
            ("/usr/bin/nano", "+8 a.rs"),
            ("hx", "a.rs:8"),
            ("code --wait", "--goto a.rs:8"),
            ("subl -n -w", "-n a.rs:8"),
            ("vi -w keys", "-w keys +8 a.rs"),
            ("something else", "else a.rs"),
        ] {
            let command = opening(editor, Path::new("a.rs"), 8);
            let given: Vec<_> = command
                .get_args()
                .filter_map(|word| word.to_str())
                .collect();
            assert_eq!(given.join(" "), arguments, "{editor}");
        }
    }
}
