//! Places of tags, attributes and text.

use std::collections::HashMap;
use std::ops::Range;

use lol_html::{RewriteStrSettings, element, rewrite_str};
use vigie::dom::{Document, NodeRef, Origin};
use vigie::source::Span;

use super::tricky::TRICKY;
use crate::support::shared;

/// Name and value places of a tag's attributes.
type Attributes = Vec<(Range<usize>, Option<Range<usize>>)>;

/// The start tags lol_html finds, by place. `None` where it gives up.
fn lol_tags(page: &str) -> Option<HashMap<Range<usize>, Attributes>> {
    let mut tags = HashMap::new();
    let every = element!("*", |el| {
        let attributes = el.attributes().iter().map(|a| {
            let name = a.name_source_location().map(|l| l.bytes());
            (
                name.unwrap_or_default(),
                a.value_source_location().map(|l| l.bytes()),
            )
        });
        tags.insert(el.source_location().bytes(), attributes.collect());
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(every)
        .with_strict(true);
    rewrite_str(page, settings).ok()?;
    Some(tags)
}

/// Compares the written start tags of a page; how many there are.
fn same_places(page: &str) -> usize {
    let Some(lol) = lol_tags(page) else { return 0 };
    let doc = super::parse(page);
    let mut count = 0;
    for e in doc.elements() {
        let Origin::Explicit(tag) = e.origin() else {
            continue;
        };
        let attributes = lol
            .get(&tag.range())
            .unwrap_or_else(|| panic!("{e:?} at {tag:?} in {page:?}: {lol:?}"));
        count += 1;
        for a in e.attributes() {
            let place = (a.name_span().range(), a.value_span().map(Span::range));
            let found = attributes.iter().any(|(name, value)| {
                *name == place.0 && value.clone().filter(|v| !v.is_empty()) == place.1
            });
            // A second `html` or `body` tag has attributes elsewhere.
            let elsewhere = !tag.contains(a.name_span().start);
            assert!(
                found || elsewhere,
                "{} at {place:?} of {e:?} in {page:?}: {attributes:?}",
                a.name()
            );
        }
        let name = doc.source().slice(e.name_place());
        let name = name[1..].replace('\0', "\u{fffd}");
        let image = (&*name, e.name()) == ("image", "img");
        assert!(
            name.eq_ignore_ascii_case(e.name()) || image,
            "{name} in {page:?}"
        );
    }
    count
}

#[test]
fn same_places_as_lol_html() {
    let count: usize = TRICKY.iter().map(|page| same_places(page)).sum();
    assert!(count > 450, "{count}");
}

#[test]
fn same_places_on_the_suites() {
    let Some(shared) = shared() else { return };
    let pages = super::pages(&shared.join("suites"));
    let count: usize = pages.iter().map(|page| same_places(page)).sum();
    println!("{count} start tags");
    assert!(count > 20_000, "{count}");
}

/// What text a piece of source gives, if it is characters and references only.
fn decoded(source: &str) -> String {
    let doc = super::parse(&format!("<!DOCTYPE html><body>{source}"));
    let texts = doc.nodes().filter_map(NodeRef::as_text);
    texts.map(|t| t.text()).collect()
}

fn every_character_has_its_place(doc: &Document) -> usize {
    let source = doc.source();
    let mut count = 0;
    for text in doc.nodes().filter_map(NodeRef::as_text) {
        let mut end = 0;
        for (at, c) in text.text().char_indices() {
            let place = text.source_span(at..at + c.len_utf8());
            let written = source.slice(place);
            let page = &source.text;
            assert!(place.start >= end, "{c:?} at {place:?} in {page:?}");
            end = place.start;
            count += 1;
            match written {
                "\0" => assert_eq!(c, '\u{fffd}', "{page:?}"),
                "\r" | "\r\n" => assert_eq!(c, '\n', "{page:?}"),
                _ if written.starts_with('&') && written.len() > 1 => {
                    assert!(decoded(written).contains(c), "{c:?}: {written} in {page:?}");
                }
                _ => assert_eq!(written, c.to_string(), "{page:?}"),
            }
        }
        let len = text.text().len();
        let all = text.source_span(0..len);
        assert_eq!(all, text.span());
        assert_eq!(text.source_span(len..len), Span::at(all.end));
        assert_eq!(text.source_span(0..0), Span::at(all.start));
    }
    count
}

#[test]
fn every_character_of_a_text_has_its_place() {
    let mut count = 0;
    for page in TRICKY {
        count += every_character_has_its_place(&super::parse(page));
        let page = page.replace('\n', "\r\n");
        count += every_character_has_its_place(&super::parse(&page));
    }
    // Every pair of pieces, in every kind of content.
    let pieces = [
        "a",
        "é",
        "&amp;",
        "&ampx",
        "&#x1F600;",
        "\r\n",
        "\r",
        "\n",
        "\0",
        "&nGt;",
        "&semi;",
        "&",
        "</x",
        "<",
        "]]",
    ];
    for (open, close) in [
        ("<p>", ""),
        ("<pre>", "</pre>"),
        ("<title>", "</title>"),
        ("<textarea>", "</textarea>"),
        ("<script>", "</script>"),
        ("<style><!--", "</style>"),
        ("<svg>", "</svg>"),
        ("<svg><![CDATA[", "]]></svg>"),
        ("<table>", "</table>"),
        ("<table><td>", "</table>"),
        ("<frameset>", ""),
        ("<plaintext>", ""),
    ] {
        for a in pieces {
            for b in pieces {
                for c in ["", "z", " ", "&lt;"] {
                    let page = format!("<!DOCTYPE html>{open}{a}{b}{a}{c}{close}");
                    count += every_character_has_its_place(&super::parse(&page));
                }
            }
        }
    }
    println!("{count} characters");
    assert!(count > 10_000, "{count}");
}

#[test]
fn places_of_words_in_moved_text() {
    let doc = super::parse("<table>a &amp; b<tr> <td>c");
    let text = doc.nodes().find_map(NodeRef::as_text).unwrap();
    assert_eq!(text.text(), "a & b");
    assert_eq!(doc.source().slice(text.source_span(2..3)), "&amp;");
    assert_eq!(doc.source().slice(text.source_span(4..5)), "b");
    assert_eq!(doc.source().slice(text.span()), "a &amp; b");
    // A doctype does not end it.
    let doc = super::parse("<table>a<!DOCTYPE b>c<td>");
    let text = doc.nodes().find_map(NodeRef::as_text).unwrap();
    assert_eq!(text.text(), "ac");
    assert_eq!(doc.source().slice(text.source_span(1..2)), "c");
}

#[test]
fn attributes_met_again_have_their_own_places() {
    let page = "<html lang=fr><body class=a><html lang=en id='b&amp;'><body class=c title=d>";
    let doc = super::parse(page);
    let attrs = |name| {
        let e = doc.elements().find(|e| e.is(name)).unwrap();
        let all = e.attributes();
        let all = all.map(|a| (a.name(), a.value(), doc.source().slice(a.span())));
        all.collect::<Vec<_>>()
    };
    assert_eq!(
        attrs("html"),
        [("lang", "fr", "lang=fr"), ("id", "b&", "id='b&amp;")]
    );
    assert_eq!(
        attrs("body"),
        [("class", "a", "class=a"), ("title", "d", "title=d")]
    );
}

/// What is between the end tag and the start tag of the elements of a name, in order.
fn contents<'a>(doc: &'a Document, name: &str) -> Vec<Option<&'a str>> {
    let elements = doc.elements().filter(|e| e.is(name));
    let content = elements.map(|e| {
        let (start, end) = (e.start_tag()?, e.end_tag()?);
        Some(doc.source().slice(Span::new(start.end, end.start)))
    });
    content.collect()
}

#[test]
fn end_tags_belong_to_what_they_close() {
    let doc = super::parse("<div>a<div>b<p>c</div>d</div><div>e");
    assert_eq!(
        contents(&doc, "div"),
        [Some("a<div>b<p>c</div>d"), Some("b<p>c"), None]
    );
    assert_eq!(contents(&doc, "p"), [None]);
    let doc = super::parse("<p>a<b>b<i>c</b>d</i>e</p></p>");
    assert_eq!(contents(&doc, "p"), [Some("a<b>b<i>c</b>d</i>e"), None]);
    assert_eq!(contents(&doc, "b"), [Some("b<i>c")]);
    // The `i` opened again is what the end tag closes.
    let i: Vec<_> = doc.elements().filter(|e| e.is("i")).collect();
    assert_eq!(i.len(), 2);
    assert!(i[0].end_tag().is_none() && i[1].end_tag().is_some());
    let doc = super::parse("<h1>a</h2><title>b</title><h3>c</h3>");
    assert_eq!(contents(&doc, "h1"), [Some("a")]);
    assert_eq!(contents(&doc, "h3"), [Some("c")]);
    let doc = super::parse(
        "<table><tr><td>a</td><td>b</table><svg><foreignObject>c</foreignobject></svg>",
    );
    assert_eq!(contents(&doc, "td"), [Some("a"), None]);
    assert_eq!(contents(&doc, "table"), [Some("<tr><td>a</td><td>b")]);
    let foreign = doc.elements().find(|e| e.name() == "foreignObject");
    assert!(foreign.unwrap().end_tag().is_some());
    let doc = super::parse("<html><body><form><div></form>a</div></body></html>");
    assert_eq!(contents(&doc, "form"), [Some("<div>")]);
    assert_eq!(contents(&doc, "div"), [Some("</form>a")]);
    assert_eq!(contents(&doc, "body"), [Some("<form><div></form>a</div>")]);
    assert!(contents(&doc, "html")[0].is_some());
    let doc = super::parse("<b>a<p>b</b>c</p>");
    assert_eq!(contents(&doc, "p"), [Some("b</b>c")]);
    assert_eq!(contents(&doc, "b")[0], Some("a<p>b"));
}
