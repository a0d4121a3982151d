//! Hostile pages: any size, any depth, anything unterminated.

use std::time::{Duration, Instant};

use vigie::dom::{Document, Limits, NodeRef, parse_with};
use vigie::source::Source;

/// Runs with a small stack, so that recursion on a page's depth shows.
fn with_small_stack(run: impl FnOnce() + Send) {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(256 * 1024);
        let handle = thread.spawn_scoped(scope, run).unwrap();
        handle.join().unwrap();
    });
}

/// Parses, looks at everything, lets go.
fn visit(page: &str) -> (usize, usize, Vec<&'static str>) {
    let doc = super::parse(page);
    let mut deepest = 0;
    for node in doc.nodes() {
        match node {
            NodeRef::Element(e) => deepest = deepest.max(e.ancestors().take(2000).count()),
            NodeRef::Text(t) => {
                t.span();
            }
            _ => {}
        }
    }
    if let Some(html) = doc.html() {
        html.text_content();
    }
    (deepest, doc.parse_errors().len(), doc.limits_hit().to_vec())
}

#[test]
fn depth() {
    with_small_stack(|| {
        for tag in [
            "<div>",
            "<span>",
            "<b>",
            "<table><tr><td>",
            "<ul><li>",
            "<svg>",
            "<math><mi>",
            "<svg><foreignObject>",
            "<template>",
            "<font size=1><font size=2>",
            "<a><div>",
            "<object>",
            "<details>",
            "<ruby><rt>",
            "<form><div>",
            "<blink>",
        ] {
            let (deepest, errors, hit) = visit(&tag.repeat(3_000));
            assert!((500..1000).contains(&deepest), "{tag}: {deepest}");
            assert_eq!(hit, ["depth"], "{tag}");
            assert!(errors <= 600, "{tag}: {errors}");
        }
    });
}

#[test]
fn levels_that_close_again() {
    let n = 20_000;
    let page = format!(
        "<!DOCTYPE html>{}<p>x</p>{}<footer>y</footer>",
        "<div>".repeat(n),
        "</div>".repeat(n)
    );
    let doc = super::parse(&page);
    assert_eq!(doc.limits_hit(), ["depth"]);
    // The tree is not the page's; no error is made up of that.
    assert_eq!(doc.parse_errors(), []);
    let divs: Vec<_> = doc.elements().filter(|e| e.is("div")).collect();
    assert!(divs.iter().all(|e| e.end_tag().is_some()));
    assert_eq!(divs.len(), n);
    let footer = doc.elements().find(|e| e.is("footer")).unwrap();
    assert!(footer.parent().unwrap().is("body"));
}

#[test]
fn one_limit_after_the_other() {
    let limits = Limits {
        bytes: 10,
        ..Limits::default()
    };
    let cut = |page: &str| parse_with(Source::from_text("x", page), limits);
    let doc = cut("<p>éééé<p>y");
    assert_eq!(doc.limits_hit(), ["bytes"]);
    assert_eq!(doc.elements().filter(|e| e.is("p")).count(), 1);
    assert_eq!(doc.html().unwrap().text_content(), "ééé");
    assert_eq!(doc.source().text, "<p>éééé<p>y");
    assert!(cut("<p>éé<p>").limits_hit().is_empty());

    let doc = super::parse(&"</p>".repeat(11_000));
    assert_eq!(doc.limits_hit(), ["parse-errors"]);
    assert_eq!(doc.parse_errors().len(), Limits::default().errors);

    let attributes: String = (0..100).map(|i| format!(" a{i}")).collect();
    let doc = super::parse(&format!("<b{attributes}>x</b><p{attributes}>y"));
    assert_eq!(doc.limits_hit(), ["attributes"]);
    let count = |name| {
        let e = doc.elements().find(|e| e.is(name)).unwrap();
        e.attributes().len()
    };
    assert_eq!((count("b"), count("p")), (64, 100));

    let page: String = (0..12_000)
        .map(|i| format!("<some-element-{i}>x</some-element-{i}>"))
        .collect();
    let doc = super::parse(&format!("<!DOCTYPE html>{page}<x-abcdef></x-abcdef>"));
    assert_eq!(doc.limits_hit(), ["names"]);
    assert_eq!(doc.elements().count(), 12_004);
    assert_eq!(doc.parse_errors(), []);
    let last = |doc: &vigie::dom::Document| doc.elements().last().unwrap().name().to_owned();
    assert_eq!(last(&doc), "x-abcde");
    // The next page is another.
    let doc = super::parse("<x-abcdef><x-abcdef>");
    assert_eq!(
        (last(&doc).as_str(), doc.limits_hit().len()),
        ("x-abcdef", 0)
    );
}

/// Formatting elements left open are opened again in each paragraph.
#[test]
fn formatting_elements() {
    let page: String = (0..2000).map(|i| format!("<p><b a={i}>x</p>")).collect();
    let doc = super::parse(&format!("{page}<p>end"));
    assert_eq!(doc.limits_hit(), ["formatting"]);
    assert!(doc.len() < 300_000, "{}", doc.len());
    let last = doc.elements().filter(|e| e.is("p")).last().unwrap();
    assert_eq!(last.text_content(), "end");
    assert!(last.descendants().count() <= 1);
}

fn element<'a>(doc: &'a Document, name: &str) -> vigie::dom::Element<'a> {
    doc.elements().find(|e| e.is(name)).unwrap()
}

#[test]
fn many_attributes() {
    let n = 100_000;
    let attributes: String = (0..n).map(|i| format!(" a{i}={i}")).collect();
    let doc = super::parse(&format!(
        "<!DOCTYPE html><p{attributes}{attributes}>x</p{attributes}>"
    ));
    let p = element(&doc, "p");
    assert_eq!(p.attributes().len(), n);
    assert_eq!(p.attr("a99999"), Some("99999"));
    assert_eq!(doc.parse_errors().len(), Limits::default().errors);
    // A tag each.
    let page: String = (0..n).map(|i| format!("<html a{i}>")).collect();
    let doc = super::parse(&page);
    assert_eq!(element(&doc, "html").attributes().len(), n);
}

#[test]
fn many_siblings_have_selectors() {
    let n = 10_000;
    let page = format!("<ul>{}<li id=last>", "<li>x<!-- y --><b>z</b>".repeat(n));
    let doc = super::parse(&page);
    let items: Vec<_> = doc.elements().filter(|e| e.is("li")).collect();
    let selectors = items.iter().map(|e| e.selector());
    let selectors: Vec<String> = selectors.collect();
    assert_eq!(selectors[0], "html > body > ul > li:nth-of-type(1)");
    assert_eq!(selectors[9_999], "html > body > ul > li:nth-of-type(10000)");
    assert_eq!(selectors[10_000], "#last");
    let b = items[70].child_elements().next().unwrap();
    assert_eq!(b.selector(), "html > body > ul > li:nth-of-type(71) > b");
    let ul = element(&doc, "ul");
    assert_eq!(ul.selector(), "html > body > ul");
}

const UNTERMINATED: &[(&str, &str)] = &[
    ("<p ", "a=b "),
    ("<p a=\"", "<p>"),
    ("<p a='", "&amp;"),
    ("<!--", "<!-- -"),
    ("<!--", "--!-"),
    ("<!DOCTYPE ", "a"),
    ("<!DOCTYPE html PUBLIC '", "a"),
    ("<script>", "<!--<script></"),
    ("<style>", "</styl"),
    ("<title>", "</t&amp;"),
    ("<textarea>", "\r\n\0"),
    ("<plaintext>", "</plaintext>"),
    ("<svg><![CDATA[", "]"),
    ("<template>", "<td>x<div>"),
    ("<frameset>", "a b<p>"),
    ("<table>", "x\0 "),
    ("<table>", "<b>x<tr>"),
    ("<table>", " </foo>x</foo>"),
    ("", "<"),
    ("", "</"),
    ("", "&"),
    ("", "&x"),
    ("", "&#"),
    ("&", "x"),
    ("&#", "9"),
    ("", "\0"),
    ("", "\u{1}"),
    ("", "\u{feff}"),
    ("", "\r"),
    ("", "&nGt;\r\n"),
    ("", "</p>"),
    ("", "</b></br>"),
    ("", "<b><i></b></i>"),
    ("", "<a>x"),
    ("", "<b><p></b>"),
    ("", "<nobr><p>"),
    ("", "<div><span></div>"),
    ("</body>", "</body><p></html>"),
    ("</body>", "<!--x--><body>"),
    ("<head></head>", "<link>"),
];

#[test]
fn everything_unterminated() {
    with_small_stack(|| {
        for (start, repeated) in UNTERMINATED {
            visit(&format!("{start}{}", repeated.repeat(2_000)));
        }
    });
}

/// The sizes we promise, in seconds each: `cargo test --release -- --ignored hostile`.
#[test]
#[ignore = "large: for release builds"]
fn hostile_sizes() {
    let mut pages: Vec<(String, String)> = UNTERMINATED
        .iter()
        .map(|(start, repeated)| {
            let name = format!("{start}{repeated}...");
            (name, format!("{start}{}", repeated.repeat(1_000_000)))
        })
        .collect();
    let mut add = |name: &str, page: String| pages.push((name.to_string(), page));
    add("nested", "<div>".repeat(1_000_000));
    add(
        "stray end tags",
        format!("{}{}", "<i>".repeat(500), "</div>".repeat(1_000_000)),
    );
    let attributes = (0..1_000_000).map(|i| format!(" a{i}=x"));
    add(
        "attributes",
        format!("<p{}>", attributes.collect::<String>()),
    );
    let formatting = (0..300_000).map(|i| format!("<b a={i}>"));
    let formatting = formatting.collect::<String>();
    add("formatting", formatting.clone() + &"<p>x".repeat(300_000));
    add(
        "text",
        "Lorem ipsum dolor sit amet. ".repeat(200_000_000 / 28),
    );
    for (name, page) in pages {
        let start = Instant::now();
        visit(&page);
        let time = start.elapsed();
        println!("{time:8.2?} {:6.1} MB {name}", page.len() as f64 / 1e6);
        assert!(time < Duration::from_secs(20), "{name}");
    }
}
