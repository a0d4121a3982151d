use super::*;
use crate::dom;
use crate::source::Source;

/// Colour, backdrop, size and weight of the element `id=x`.
fn style(html: &str) -> String {
    let html = format!("<!DOCTYPE html>{html}");
    let doc = dom::parse(Source::decode("page.html", html.into_bytes()));
    let semantics = Semantics::new(&doc);
    let style = semantics.style(doc.by_id("x").unwrap());
    fn say<T: ToString>(known: Known<T>) -> String {
        known.map_or_else(|why| format!("{why:?}"), |value| value.to_string())
    }
    [
        say(style.color()),
        say(style.backdrop()),
        say(style.font_size()),
        say(style.is_bold()),
    ]
    .join(" ")
}

#[test]
fn what_attributes_and_browsers_settle() {
    for (html, wanted) in [
        ("<p id=x>", "#000000 #ffffff 16 false"),
        (
            "<div style='color:#777;background:#eee'><p id=x>",
            "#777777 #eeeeee 16 false",
        ),
        (
            "<body style='font-size:20px'><h2><small id=x style='font-weight:inherit'>",
            "#000000 #ffffff 25 true",
        ),
        ("<a href=/ id=x>", "Browser #ffffff 16 false"),
        (
            "<button id=x style='color:red'>",
            "#ff0000 Browser 13.333333 false",
        ),
        ("<p id=x style='opacity:.5'>", "#000000 Effect 16 false"),
        (
            "<div style='background:#123'><p id=x style='position:absolute'>",
            "#000000 Effect 16 false",
        ),
        (
            "<a id=x style='position:absolute;left:-99em;background:#fff'>",
            "#000000 Effect 16 false",
        ),
        (
            "<p id=x style='height:1px;background:#fff'>",
            "#000000 Effect 16 false",
        ),
        (
            "<p id=x style='margin:1em;background:#fff'>",
            "#000000 #ffffff 16 false",
        ),
        (
            "<p id=x style='background-color:red;background-image:url(a)'>",
            "#000000 Value 16 false",
        ),
        ("<p id=x style='all:initial'>", "Value Effect Value Value"),
        (
            "<font color=red size=7 id=x>",
            "Attribute #ffffff Attribute false",
        ),
        (
            "<meta name=color-scheme content='light dark'><p id=x>",
            "Browser Browser 16 false",
        ),
        ("<svg><text id=x>", "Foreign Foreign Foreign Foreign"),
        ("<section><h1 id=x>", "#000000 #ffffff Browser true"),
    ] {
        assert_eq!(style(html), wanted, "{html}");
    }
}

#[test]
fn style_sheets_leave_only_what_beats_them() {
    let colours = "color:#777;background:#eee";
    for (sheet, wanted) in [
        (
            "<link rel=stylesheet href=a.css>",
            "Sheet Sheet Sheet Sheet",
        ),
        (
            "<style>p { font: 20px serif }</style>",
            "#777777 #eeeeee Sheet Sheet",
        ),
        (
            "<style>p { color: red !important }</style>",
            "Sheet #eeeeee 16 false",
        ),
        (
            "<style>p { color: red }</style>",
            "#777777 #eeeeee 16 false",
        ),
        (
            "<style>p { text-shadow: 0 0 2px red }</style>",
            "#777777 Sheet 16 false",
        ),
    ] {
        let html = format!("{sheet}<p id=x style='{colours}'>");
        assert_eq!(style(&html), wanted, "{html}");
    }
    let strong = "<link rel=stylesheet href=a.css><p id=x style='color:red!important'>";
    assert!(style(strong).starts_with("#ff0000 Sheet"), "{strong}");
}
