//! Why a function may be slow, by what stands in its text. A guess, and said as one.

/// Whether a text has a sign, and what that may mean.
type Sign = (fn(&str) -> bool, &'static str);

/// All signs. The first that a text has is said.
const SIGNS: [Sign; 6] = [
    (
        |text| text.matches("for ").count() >= 3 && text.contains("+=") && text.contains(" * "),
        "It seems to multiply entry by entry. `dot` does that in blocks that fit the cache.",
    ),
    (
        |text| text.contains("powf(") || text.contains("powi("),
        "It seems to take powers, which are computed by logarithms or loops. A product of a few factors is faster.",
    ),
    (
        |text| {
            [
                "[[",
                "indexed_iter",
                "from_shape_fn",
                ".get((",
                ".get_mut((",
            ]
            .iter()
            .any(|sign| text.contains(sign))
        },
        "It seems to ask a question for every entry. Rows are slices: whole parts of them can be filled, copied or mapped at \
         once.",
    ),
    (
        |text| in_a_loop(text, &[".to_owned()", ".clone()", ".to_vec()", ".collect"]),
        "It seems to copy inside a loop. A view of the same entries costs nothing.",
    ),
    (
        |text| text.contains("f64"),
        "It seems to compute in `f64`, so every number is converted twice.",
    ),
    (
        |text| text.contains(".push(") && !text.contains("with_capacity"),
        "It seems to grow a list one by one. Where the length is known, it can be made at once.",
    ),
];

/// What may make a function slow, where its text tells.
pub(super) fn cause(text: &str, function: &str) -> Option<&'static str> {
    let body = body(text, function)?;
    let code = body
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let sign = SIGNS.iter().find(|(fits, _)| fits(&code));
    sign.map(|(_, sentence)| *sentence)
}

/// A function, from its name to the line that closes it.
fn body<'a>(text: &'a str, function: &str) -> Option<&'a str> {
    let name = function.rsplit("::").next().unwrap_or(function);
    let starts = [format!("fn {name}("), format!("fn {name}<")];
    let start = starts.iter().find_map(|start| text.find(start.as_str()))?;
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let indent: String = text[line..]
        .chars()
        .take_while(|sign| *sign == ' ')
        .collect();
    let rest = &text[start..];
    let end = rest.find(&format!("\n{indent}}}")).unwrap_or(rest.len());
    Some(&rest[..end])
}

/// Whether one of these stands behind the first loop of a text.
fn in_a_loop(text: &str, signs: &[&str]) -> bool {
    let inside = text.split_once("for ").map(|(_, inside)| inside);
    inside.is_some_and(|inside| signs.iter().any(|sign| inside.contains(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_ends_where_it_is_closed() {
        let text = "fn a() {\n    1\n}\n\nimpl X {\n    fn b<T>(x: T) {\n        for i in x {}\n    }\n\n    fn c() {}\n}\n";
        assert_eq!(body(text, "a"), Some("fn a() {\n    1"));
        assert_eq!(
            body(text, "X::b"),
            Some("fn b<T>(x: T) {\n        for i in x {}")
        );
        assert_eq!(body(text, "d"), None);
    }

    #[test]
    fn what_stands_there_is_what_is_said() {
        let said =
            |code: &str| cause(&format!("fn f() {{\n    {code}\n}}\n"), "f").unwrap_or_default();
        assert!(said("y[[i, j]] = 0.0;").contains("every entry"));
        assert!(
            said("for row in rows { out.extend(row.to_vec()) }").contains("copy inside a loop")
        );
        assert!(said("x.mapv(|x| f64::from(x) as f32)").contains("`f64`"));
        assert!(said("for a in x { for b in y { for c in z { s += a * c } } }").contains("dot"));
        assert!(said("x.powf(2.0)").contains("powers"));
        assert!(said("ids.push(1)").contains("grow"));
        assert_eq!(said("x.dot(&y)"), "");
        assert_eq!(said("// see from_shape_fn\n    x.dot(&y)"), "");
    }
}
