//! Curves as pictures: inline SVG in the look of the matrices. Every curve is told by its name and by its line, and the
//! description lists some of its values: no picture needs colours or eyes to be read.

use std::ops::Range;

use grader::svg::{escape, label};

/// A curve to draw.
pub(super) struct Curve<'a> {
    pub(super) name: &'a str,
    pub(super) of: &'a dyn Fn(f64) -> f64,
    /// Where its name stands.
    pub(super) named_at: [f64; 2],
}

/// The pixels that are 1 long on the page of a plot.
const UNIT: f64 = 60.0;
/// What is free around everything.
const MARGIN: f64 = 28.0;
/// So many straight pieces make a curve over a length of 1.
const PIECES: i32 = 20;
/// How the curves differ; there are no more.
const LINES: [&str; 2] = ["curve", "curve second"];

/// The curves over whole numbers from `x.start` to `x.end`, as far as they lie in `y`.
pub(super) fn plot(caption: &str, x: Range<i32>, y: Range<i32>, curves: &[Curve<'_>]) -> String {
    let place = |[right, up]: [f64; 2]| {
        let left = MARGIN + (right - f64::from(x.start)) * UNIT;
        let down = MARGIN + (f64::from(y.end) - up) * UNIT;
        [left, down]
    };
    let [width, height] = place([x.end.into(), y.start.into()]).map(|length| length + MARGIN);
    let mut lines = vec![
        "<figure class=\"matrices\">\n<div class=\"matrix\">".to_owned(),
        format!("<p class=\"matrix-caption\">{}</p>", escape(caption)),
        format!(
            "<svg class=\"grid\" role=\"img\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">"
        ),
        format!("<title>{}</title>", escape(caption)),
        format!("<desc>{}</desc>", escape(&describe(&x, curves))),
    ];
    let mut line = |class: &str, from: [f64; 2], to: [f64; 2]| {
        let ([a, b], [c, d]) = (place(from), place(to));
        lines.push(format!("<path class=\"{class}\" d=\"M{a} {b}L{c} {d}\"/>"));
    };
    let [left, right] = [x.start, x.end].map(f64::from);
    let [low, high] = [y.start, y.end].map(f64::from);
    for i in x.start..=x.end {
        line(
            if i == 0 { "scale zero" } else { "scale" },
            [i.into(), low],
            [i.into(), high],
        );
    }
    for j in y.start..=y.end {
        line(
            if j == 0 { "scale zero" } else { "scale" },
            [left, j.into()],
            [right, j.into()],
        );
    }
    for (curve, class) in curves.iter().zip(LINES) {
        lines.push(format!(
            "<path class=\"{class}\" d=\"{}\"/>",
            path(curve, &x, &y, place)
        ));
    }
    let mut text = |class: &str, anchor: &str, at: [f64; 2], by: [f64; 2], text: &str| {
        let [left, down] = place(at);
        let at = [left + by[0], down + by[1]].map(|pixels| pixels.max(0.0) as usize);
        lines.push(label(class, anchor, at, text));
    };
    for i in x.start..=x.end {
        text(
            "label",
            "middle",
            [i.into(), low],
            [0.0, 20.0],
            &i.to_string(),
        );
    }
    for j in y.start..=y.end {
        text(
            "label",
            "end",
            [left, j.into()],
            [-8.0, 5.0],
            &j.to_string(),
        );
    }
    for curve in curves {
        text("label", "middle", curve.named_at, [0.0, 0.0], curve.name);
    }
    lines.push("</svg>\n</div>\n</figure>\n".to_owned());
    lines.join("\n")
}

/// The pieces of a curve that lie in the plot.
fn path(
    curve: &Curve<'_>,
    x: &Range<i32>,
    y: &Range<i32>,
    place: impl Fn([f64; 2]) -> [f64; 2],
) -> String {
    let inside = f64::from(y.start)..=f64::from(y.end);
    let mut path = String::new();
    let mut pen = "M";
    for step in x.start * PIECES..=x.end * PIECES {
        let at = f64::from(step) / f64::from(PIECES);
        let value = (curve.of)(at);
        if !inside.contains(&value) {
            pen = "M";
            continue;
        }
        let [left, down] = place([at, value]);
        path.push_str(&format!("{pen}{left:.1} {down:.1}"));
        pen = "L";
    }
    path
}

/// The values at whole numbers, for those who do not see the picture.
fn describe(x: &Range<i32>, curves: &[Curve<'_>]) -> String {
    let told = |curve: &Curve<'_>| {
        let values = (x.start..=x.end).map(|at| format!("{:.3} at {at}", (curve.of)(at.into())));
        format!("{}: {}.", curve.name, values.collect::<Vec<_>>().join(", "))
    };
    curves.iter().map(told).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_drawn_where_it_lies_in_the_plot_and_told_in_numbers() {
        let line = Curve {
            name: "twice",
            of: &|x| 2.0 * x,
            named_at: [0.0, 0.0],
        };
        let text = plot("a line", -2..2, -1..1, &[line]);
        assert!(
            text.contains("twice: -4.000 at -2, -2.000 at -1, 0.000 at 0"),
            "{text}"
        );
        let path = text.split("class=\"curve\" d=\"").nth(1).expect("a curve");
        let path = path.split('"').next().unwrap_or_default();
        // From -0.5 to 0.5 in pieces of 1/20.
        assert_eq!(path.matches(['M', 'L']).count(), 21, "{path}");
    }
}
