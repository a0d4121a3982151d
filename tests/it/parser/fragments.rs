//! Parts of a page parsed as fragments, `noscript` first of all.

use vigie::dom::{Document, NodeRef, Origin, parse_fragment};
use vigie::source::Span;

/// The content of the first `noscript`, as a browser without scripting reads it.
fn noscript(page: &Document, context: &str) -> Document {
    let element = page.elements().find(|e| e.is("noscript")).unwrap();
    let text = element.children().find_map(NodeRef::as_text).unwrap();
    parse_fragment(page, text.span(), context)
}

fn codes(doc: &Document) -> Vec<(&str, &str)> {
    let errors = doc.parse_errors().iter();
    errors
        .map(|e| (e.code, doc.source().slice(e.span)))
        .collect()
}

#[test]
fn content_has_its_place_in_the_page() {
    let page = super::parse(
        "<!DOCTYPE html><p>é</p>\r\n<noscript>a &eacute;\r\n<img src='/b' alt=\"&amp;c\"> <p id=d>e</noscript>",
    );
    let noscript_element = page.elements().find(|e| e.is("noscript")).unwrap();
    assert!(noscript_element.child_elements().next().is_none());
    let doc = noscript(&page, "body");
    let slice = |span| page.source().slice(span);
    let img = doc.elements().find(|e| e.is("img")).unwrap();
    assert_eq!(
        slice(img.start_tag().unwrap()),
        "<img src='/b' alt=\"&amp;c\">"
    );
    assert_eq!(slice(img.attribute("src").unwrap().place()), "/b");
    assert_eq!(img.attr("alt"), Some("&c"));
    let text = doc.nodes().find_map(NodeRef::as_text).unwrap();
    assert_eq!(text.text(), "a é\n");
    assert_eq!(slice(text.source_span(2..4)), "&eacute;");
    assert_eq!(slice(text.source_span(4..5)), "\r\n");
    let p = doc.elements().find(|e| e.is("p")).unwrap();
    assert_eq!(
        doc.position(p.place().start),
        page.position(p.place().start)
    );
    assert_eq!(doc.position(p.place().start).line, 3);
    assert_eq!(doc.source().path, page.source().path);
    // Its nodes are those of an element that is nowhere written.
    let html = doc.html().unwrap();
    assert!(matches!(html.origin(), Origin::Implied(_)));
    assert_eq!(img.parent(), Some(html));
    assert!(doc.body().is_none() && doc.head().is_none());
    assert_eq!(doc.parse_errors(), []);
}

#[test]
fn errors_are_those_of_the_fragment() {
    let page = super::parse(
        "<!DOCTYPE html><div><noscript></div><p><span a a>x</p><b>y</body></noscript></div>",
    );
    assert_eq!(page.parse_errors(), []);
    assert_eq!(
        codes(&noscript(&page, "body")),
        [
            ("stray-end-tag", "</div>"),
            ("unclosed-element", "<span a a>"),
            ("duplicate-attribute", "a"),
            ("unclosed-element", "<b>"),
            ("stray-end-tag", "</body>"),
        ]
    );
}

#[test]
fn without_scripting() {
    let page = super::parse(
        "<head><noscript><link rel=stylesheet href=a><style>b</style><noscript><p>c</noscript></head>",
    );
    let doc = noscript(&page, "head");
    let names: Vec<&str> = doc.elements().map(|e| e.name()).collect();
    assert_eq!(names, ["html", "link", "style", "noscript", "p"]);
    let cell = super::parse("<table><tr><noscript><td>a</noscript></table>");
    let names = |context| -> Vec<String> {
        let doc = noscript(&cell, context);
        doc.elements().map(|e| e.name().to_string()).collect()
    };
    assert_eq!(names("tr"), ["html", "td"]);
    assert_eq!(names("body"), ["html"]);
}

#[test]
fn odd_parts() {
    let page = super::parse("<!DOCTYPE html><p>é</p>");
    for part in [
        Span::new(0, 0),
        Span::new(900, 901),
        Span::new(19, 20),
        Span::at(page.source().text.len() as u32),
    ] {
        let doc = parse_fragment(&page, part, "body");
        assert_eq!(doc.elements().count(), 1, "{part:?}");
    }
    // As much as the page itself.
    let whole = Span::new(0, page.source().text.len() as u32);
    let doc = parse_fragment(&page, whole, "div");
    assert_eq!(codes(&doc), [("misplaced-doctype", "<!DOCTYPE html>")]);
    assert_eq!(doc.elements().filter(|e| e.is("p")).count(), 1);
    // A text may end in the middle of the source.
    let doc = parse_fragment(&page, Span::new(15, 17), "body");
    assert_eq!(codes(&doc), [("eof-in-tag", "<p")]);
}
