//! The page forbids zooming on touch screens (`<meta name=viewport>`).
//!
//! Hints at RGAA 10.4.2 and no more: the test is met by one way of enlarging text among several, and zooming with a desktop browser ignores
//! the viewport. What the check fails is the fact itself, as the ACT rule b4f0c3 does: `user-scalable=no`, or a `maximum-scale` under 2.
//! The value is read as CSS Device Adaptation 1, section 10, says browsers do.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ViewportZoomDisabled;

struct ViewportZoomDisabled;

static META: Meta = Meta {
    id: "viewport-zoom-disabled",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Zoom empêché sur écran tactile",
        "Zoom disabled on touch screens",
    ),
    why: text(
        "Les personnes malvoyantes agrandissent la page avec deux doigts : certains navigateurs mobiles obéissent à cette interdiction.",
        "People with low vision enlarge the page with two fingers: some mobile browsers obey this ban.",
    ),
    fix: text(
        "Garder <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"> et retirer user-scalable et maximum-scale.",
        "Keep <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"> and remove user-scalable and maximum-scale.",
    ),
    proofs: &[Proof::hints(&[test(10, 4, 2)])],
    act: &["b4f0c3"],
    interest: &[Interest::Elements(&["meta"])],
    fail: &[
        "<meta name=viewport content='width=device-width, user-scalable=no'>",
        "<meta name=viewport content='initial-scale=1, maximum-scale=1'>",
    ],
    pass: &["<meta name=viewport content='width=device-width, initial-scale=1'>"],
    na: &["<meta name=description content='user-scalable=no'>"],
    ..Meta::NEW
};

const FIXED: Text = text(
    "« user-scalable={value} » interdit d’agrandir la page avec les doigts",
    "\"user-scalable={value}\" forbids enlarging the page with the fingers",
);
const LIMITED: Text = text(
    "« maximum-scale={value} » empêche d’agrandir la page au double",
    "\"maximum-scale={value}\" keeps people from enlarging the page to twice its size",
);

impl Check for ViewportZoomDisabled {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, meta: Element<'p>, cx: &mut Context<'p>) {
        if !meta.attr_is("name", "viewport") {
            return;
        }
        let Some(content) = meta.attribute("content") else {
            return;
        };
        let scalable = last(content.value(), "user-scalable");
        let largest = last(content.value(), "maximum-scale");
        if let Some(value) = scalable.filter(|v| !is_scalable(v)) {
            cx.fail((meta, content), &FIXED).arg("value", value);
        } else if let Some(value) = largest.filter(|v| scale(v).is_some_and(|s| s < 2.0)) {
            cx.fail((meta, content), &LIMITED).arg("value", value);
        } else {
            cx.pass();
        }
    }
}

/// The last value of a property: pairs are separated by commas, semicolons or white space.
fn last<'a>(content: &'a str, property: &str) -> Option<&'a str> {
    let separator = |c: char| c.is_ascii_whitespace() || matches!(c, ',' | ';');
    let ends = |c: char| separator(c) || c == '=';
    let mut value = None;
    let mut rest = content;
    loop {
        rest = rest.trim_start_matches(ends);
        if rest.is_empty() {
            return value;
        }
        let (name, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = after;
        // White space may surround `=`; a comma may not.
        let Some(after) = rest.trim_ascii_start().strip_prefix('=') else {
            continue;
        };
        let after = after.trim_ascii_start();
        let (found, after) = after.split_at(after.find(ends).unwrap_or(after.len()));
        rest = after;
        if name.eq_ignore_ascii_case(property) && !found.is_empty() {
            value = Some(found);
        }
    }
}

const DEVICE: [&str; 2] = ["device-width", "device-height"];

fn is_one_of(value: &str, words: &[&str]) -> bool {
    words.iter().any(|w| value.eq_ignore_ascii_case(w))
}

fn is_scalable(value: &str) -> bool {
    match number(value) {
        Some(n) => n.abs() >= 1.0,
        None => is_one_of(value, &DEVICE) || is_one_of(value, &["yes"]),
    }
}

/// The factor a `maximum-scale` stands for; `None`: no limit.
fn scale(value: &str) -> Option<f64> {
    match number(value) {
        Some(n) => (n >= 0.0).then_some(n),
        None if is_one_of(value, &["yes"]) => Some(1.0),
        None if is_one_of(value, &DEVICE) => Some(10.0),
        // `no` and unknown words count as 0.1.
        None => Some(0.1),
    }
}

/// The number a value begins with.
fn number(value: &str) -> Option<f64> {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '+' | '-')));
    value[..end.unwrap_or(value.len())].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_browsers_read_them() {
        let scalable = |content| last(content, "user-scalable");
        assert_eq!(
            scalable("width=device-width,user-scalable = no"),
            Some("no")
        );
        assert_eq!(scalable("user-scalable=no;user-scalable=yes"), Some("yes"));
        assert_eq!(scalable("a b user-scalable=0"), Some("0"));
        assert_eq!(scalable("user-scalable"), None);
        assert_eq!(scalable("user-scalable=,x=1"), None);
        assert_eq!(scalable(" = , ;"), None);
        for value in ["yes", "1", "-5", "2.0px", "device-width"] {
            assert!(is_scalable(value), "{value}");
        }
        for value in ["no", "0", "0.5", "oui"] {
            assert!(!is_scalable(value), "{value}");
        }
        assert_eq!(scale("1.0"), Some(1.0));
        assert_eq!(scale("-1"), None);
        assert_eq!(scale("yes"), Some(1.0));
        assert_eq!(scale("beaucoup"), Some(0.1));
    }
}
