//! The text of an SVG, for every picture that the course draws.

/// A line of text in an SVG: `anchor` says which end of it stands at the place `[x, y]`, in pixels.
///
/// ```
/// let label = grader::svg::label("key", "middle", [20, 10], "a < b");
/// assert_eq!(label, "<text class=\"key\" text-anchor=\"middle\" x=\"20\" y=\"10\">a &lt; b</text>");
/// ```
pub fn label(class: &str, anchor: &str, [x, y]: [usize; 2], text: &str) -> String {
    let text = escape(text);
    format!("<text class=\"{class}\" text-anchor=\"{anchor}\" x=\"{x}\" y=\"{y}\">{text}</text>")
}

/// A text in which XML and HTML find nothing to act on.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_would_act_on_is_text() {
        assert_eq!(
            escape("f::<f32>(\"&\")"),
            "f::&lt;f32&gt;(&quot;&amp;&quot;)"
        );
    }
}
