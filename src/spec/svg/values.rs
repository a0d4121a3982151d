//! Attributes of SVG that take one word of a list: SVG 1.1 and 2, Filter Effects 1. Presentation attributes whose words CSS may add to are
//! not here, but for those whose list SVG itself closes.

/// An attribute, the elements it concerns (any when empty), and the words.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const UNITS: &[&str] = &["objectBoundingBox", "userSpaceOnUse"];
const RULES: &[&str] = &["evenodd", "nonzero"];

/// Sorted by attribute.
#[rustfmt::skip]
static WORDS: &[Row] = &[
    ("accumulate", &[], &["none", "sum"]),
    ("additive", &[], &["replace", "sum"]),
    ("attributeType", &[], &["CSS", "XML", "auto"]),
    ("calcMode", &[], &["discrete", "linear", "paced", "spline"]),
    ("clip-rule", &[], RULES),
    ("clipPathUnits", &[], UNITS),
    ("edgeMode", &[], &["duplicate", "mirror", "none", "wrap"]),
    ("fill", &["animate", "animateColor", "animateMotion", "animateTransform", "set"], &["freeze", "remove"]),
    ("fill-rule", &[], RULES),
    ("filterUnits", &[], UNITS),
    ("focusable", &[], &["auto", "false", "true"]),
    ("gradientUnits", &[], UNITS),
    ("lengthAdjust", &[], &["spacing", "spacingAndGlyphs"]),
    ("markerUnits", &[], &["strokeWidth", "userSpaceOnUse"]),
    ("maskContentUnits", &[], UNITS),
    ("maskUnits", &[], UNITS),
    ("method", &[], &["align", "stretch"]),
    ("operator", &["feComposite"], &["arithmetic", "atop", "in", "lighter", "out", "over", "xor"]),
    ("operator", &["feMorphology"], &["dilate", "erode"]),
    ("patternContentUnits", &[], UNITS),
    ("patternUnits", &[], UNITS),
    ("preserveAlpha", &[], &["false", "true"]),
    ("primitiveUnits", &[], UNITS),
    ("restart", &[], &["always", "never", "whenNotActive"]),
    ("spacing", &[], &["auto", "exact"]),
    ("spreadMethod", &[], &["pad", "reflect", "repeat"]),
    ("stitchTiles", &[], &["noStitch", "stitch"]),
    ("stroke-linecap", &[], &["butt", "round", "square"]),
    ("stroke-linejoin", &[], &["arcs", "bevel", "miter", "miter-clip", "round"]),
    ("text-anchor", &[], &["end", "middle", "start"]),
    ("type", &["animateTransform"], &["rotate", "scale", "skewX", "skewY", "translate"]),
    ("type", &["feColorMatrix"], &["hueRotate", "luminanceToAlpha", "matrix", "saturate"]),
    ("type", &["feFuncA", "feFuncB", "feFuncG", "feFuncR"], &["discrete", "gamma", "identity", "linear", "table"]),
    ("type", &["feTurbulence"], &["fractalNoise", "turbulence"]),
    ("visibility", &[], &["collapse", "hidden", "visible"]),
    ("xChannelSelector", &[], &["A", "B", "G", "R"]),
    ("yChannelSelector", &[], &["A", "B", "G", "R"]),
    ("zoomAndPan", &[], &["disable", "magnify"]),
];

/// Those that CSS reads: in any case, or one of its own words.
const PROPERTIES: [&str; 6] = [
    "clip-rule",
    "fill-rule",
    "stroke-linecap",
    "stroke-linejoin",
    "text-anchor",
    "visibility",
];

/// The attributes that [`problem`] knows, each once.
pub const NAMES: &[&str] = &[
    "accumulate",
    "additive",
    "attributeType",
    "calcMode",
    "clip-rule",
    "clipPathUnits",
    "edgeMode",
    "fill",
    "fill-rule",
    "filterUnits",
    "focusable",
    "gradientUnits",
    "lengthAdjust",
    "markerUnits",
    "maskContentUnits",
    "maskUnits",
    "method",
    "operator",
    "patternContentUnits",
    "patternUnits",
    "preserveAlpha",
    "preserveAspectRatio",
    "primitiveUnits",
    "restart",
    "spacing",
    "spreadMethod",
    "stitchTiles",
    "stroke-linecap",
    "stroke-linejoin",
    "text-anchor",
    "type",
    "visibility",
    "xChannelSelector",
    "yChannelSelector",
    "zoomAndPan",
];

/// The words that the attribute may be, when its value is none of them. `None`: nothing against it.
pub fn problem(element: &str, attribute: &str, value: &str) -> Option<&'static [&'static str]> {
    if attribute == "preserveAspectRatio" {
        return (!is_aspect_ratio(value)).then_some(&ALIGNMENTS);
    }
    let words = words(element, attribute)?;
    let value = value.trim_ascii();
    if words.contains(&value) {
        return None;
    }
    if PROPERTIES.contains(&attribute) {
        let css = ["inherit", "initial", "revert", "revert-layer", "unset"];
        let known = words
            .iter()
            .chain(&css)
            .any(|word| word.eq_ignore_ascii_case(value));
        if known || value.contains('(') {
            return None;
        }
    }
    Some(words)
}

fn words(element: &str, attribute: &str) -> Option<&'static [&'static str]> {
    let mut at = WORDS.partition_point(|row| row.0 < attribute);
    while let Some((name, on, words)) = WORDS.get(at).filter(|row| row.0 == attribute) {
        debug_assert_eq!(*name, attribute);
        if on.is_empty() || on.contains(&element) {
            return Some(words);
        }
        at += 1;
    }
    None
}

static ALIGNMENTS: [&str; 10] = [
    "none", "xMinYMin", "xMidYMin", "xMaxYMin", "xMinYMid", "xMidYMid", "xMaxYMid", "xMinYMax",
    "xMidYMax", "xMaxYMax",
];

/// SVG 1.1, 7.8: an alignment, then `meet` or `slice`; `defer` may come first.
fn is_aspect_ratio(value: &str) -> bool {
    let mut words = value.split_ascii_whitespace().peekable();
    words.next_if_eq(&"defer");
    let aligned = words.next().is_some_and(|word| ALIGNMENTS.contains(&word));
    let fits = words
        .next()
        .is_none_or(|word| matches!(word, "meet" | "slice"));
    aligned && fits && words.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn names_are_those_of_the_table() {
        assert_sorted("NAMES", NAMES.iter().copied());
        let mut names: Vec<&str> = WORDS.iter().map(|row| row.0).collect();
        names.push("preserveAspectRatio");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names, NAMES);
        assert!(WORDS.is_sorted_by_key(|row| row.0));
    }

    #[test]
    fn words_by_element() {
        assert_eq!(problem("path", "fill-rule", "EvenOdd"), None);
        assert_eq!(problem("path", "fill-rule", "var(--a)"), None);
        assert_eq!(problem("path", "fill-rule", "x"), Some(RULES));
        assert_eq!(
            problem("clipPath", "clipPathUnits", "UserSpaceOnUse"),
            Some(UNITS)
        );
        assert_eq!(problem("path", "fill", "red"), None);
        assert!(problem("animate", "fill", "red").is_some());
        assert_eq!(problem("style", "type", "text/css"), None);
        assert_eq!(
            problem("svg", "preserveAspectRatio", "defer xMidYMid slice"),
            None
        );
        assert!(problem("svg", "preserveAspectRatio", "xmidymid").is_some());
    }
}
