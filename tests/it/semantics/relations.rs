//! Labels, references, languages, scripts.

use vigie::dom::{self, Document, Element};
use vigie::semantics::Semantics;
use vigie::source::Source;

use super::{page, table, target};

/// What an element says it is, to compare by.
fn mark(e: Element<'_>) -> String {
    e.attr("id").unwrap_or_else(|| e.name()).to_owned()
}

#[test]
fn labels_of_a_control() {
    let rows: &[(&str, &str)] = &[
        (
            "<label id=a for=c></label><input data-t id=c><label id=b for=c></label>",
            "a b",
        ),
        ("<label id=a><input data-t></label>", "a"),
        (
            "<label id=b for=c></label><label id=a><input data-t id=c></label>",
            "b a",
        ),
        ("<label id=a for=autre><input data-t></label>", ""),
        ("<label id=a for=''><input data-t></label>", ""),
        ("<label id=a><input type=hidden><input data-t></label>", "a"),
        ("<label id=a><button></button><input data-t></label>", ""),
        (
            "<label id=a><b><i><select data-t></select></i></b></label>",
            "a",
        ),
        ("<label id=a></label><input data-t>", ""),
        ("<label id=a for=c></label><div data-t id=c></div>", ""),
        (
            "<label id=a for=c></label><i id=c></i><input data-t id=c>",
            "",
        ),
        ("<label id=a for=c></label><meter data-t id=c></meter>", "a"),
    ];
    let rows: Vec<(&str, String)> = rows.iter().map(|(b, n)| (*b, n.to_string())).collect();
    table(&rows, |sem, e| {
        let labels: Vec<String> = sem.labels(e).map(mark).collect();
        assert_eq!(sem.labels(e).len(), labels.len());
        labels.join(" ")
    });
}

#[test]
fn control_of_a_label() {
    let rows: &[(&str, Option<&str>)] = &[
        ("<label data-t for=c></label><input id=c>", Some("c")),
        ("<label data-t for=absent><input id=c></label>", None),
        (
            "<label data-t><p><input id=c></p><input id=d></label>",
            Some("c"),
        ),
        (
            "<label data-t><label><input id=c></label></label>",
            Some("c"),
        ),
        ("<label data-t></label><input id=c>", None),
        (
            "<label><input id=c></label><label data-t><input id=d></label>",
            Some("d"),
        ),
    ];
    let rows: Vec<(&str, Option<String>)> = rows
        .iter()
        .map(|(b, n)| (*b, n.map(str::to_owned)))
        .collect();
    table(&rows, |sem, e| sem.labeled_control(e).map(mark));
}

/// Each reference as `id@source text=element`.
fn references(doc: &Document, attribute: &str) -> String {
    let sem = Semantics::new(doc);
    let all: Vec<String> = sem
        .references(target(doc), attribute)
        .map(|r| {
            let found = r.element.map_or("-".to_owned(), |e| e.name().to_owned());
            format!("{}@{}={found}", r.id, doc.source().slice(r.place))
        })
        .collect();
    all.join(" ")
}

#[test]
fn references_have_places() {
    let doc =
        page("<a data-t aria-labelledby=' a  absent\nb '></a><b id=b></b><i id=a></i><u id=a></u>");
    assert_eq!(
        references(&doc, "aria-labelledby"),
        "a@a=i absent@absent=- b@b=b"
    );
    assert_eq!(references(&doc, "aria-describedby"), "");

    // Character references: the id is decoded, the place is as written.
    let doc = page(
        "<a data-t aria-labelledby='x&amp;y &eacute;t&#233; z&copy=1'></a><b id='été'></b><i id='z&copy=1'></i>",
    );
    assert_eq!(
        references(&doc, "aria-labelledby"),
        "x&y@x&amp;y=- été@&eacute;t&#233;=b z&copy=1@z&copy=1=i"
    );

    // One id, spaces and all.
    let doc = page("<label data-t for='a b'></label><input id='a b'><i id=a></i>");
    assert_eq!(references(&doc, "for"), "a b@a b=input");
    let doc = page("<output data-t for='a b'></output><input id=a>");
    assert_eq!(references(&doc, "for"), "a@a=input b@b=-");

    let doc = page("<a data-t aria-labelledby=''></a><a></a>");
    assert_eq!(references(&doc, "aria-labelledby"), "");
}

#[test]
fn language_is_the_nearest() {
    let rows: &[(&str, Option<&str>)] = &[
        ("<p data-t>x", Some("fr")),
        ("<p data-t lang=en>x", Some("en")),
        ("<div lang=en><p data-t>x</div>", Some("en")),
        ("<div lang=en><p data-t lang=''>x</div>", Some("")),
        ("<div lang=en></div><p data-t>x", Some("fr")),
        ("<p data-t xml:lang=en>x", Some("fr")),
        (
            "<svg xml:lang=en lang=de><text data-t>x</text></svg>",
            Some("en"),
        ),
        ("<svg lang=de><text data-t>x</text></svg>", Some("de")),
    ];
    let rows: Vec<(&str, Option<String>)> = rows
        .iter()
        .map(|(b, n)| (*b, n.map(str::to_owned)))
        .collect();
    table(&rows, |sem, e| {
        sem.language(e).map(|a| a.value().to_owned())
    });

    let doc = dom::parse(Source::from_text("x.html", "<p>x"));
    let p = doc.elements().find(|e| e.is("p")).expect("there is one");
    assert!(Semantics::new(&doc).language(p).is_none());
}

#[test]
fn active_scripts() {
    table(
        &[
            ("<p data-t>x", false),
            ("<script data-t>f()</script>", true),
            ("<script data-t src=x.js></script>", true),
            ("<script data-t></script>", false),
            ("<script data-t type=module>f()</script>", true),
            ("<script data-t type=''>f()</script>", true),
            ("<script data-t type='Text/JavaScript'>f()</script>", true),
            (
                "<script data-t type='text/javascript; charset=utf-8'>f()</script>",
                false,
            ),
            ("<script data-t language=JavaScript>f()</script>", true),
            ("<script data-t language=vbscript>f()</script>", false),
            ("<script data-t type=application/ld+json>{}</script>", false),
            ("<script data-t type=importmap>{}</script>", false),
            ("<script data-t type=speculationrules>{}</script>", false),
            ("<script data-t type=text/x-template>x</script>", false),
            ("<template><script data-t>f()</script></template>", false),
            ("<noscript data-t><script>f()</script></noscript>", false),
            ("<svg><script data-t>f()</script></svg>", true),
            ("<p data-t onclick=f()>x", true),
            ("<p data-t onclick=''>x", false),
            ("<p data-t onzorglub=f()>x", false),
            ("<a data-t href='javascript:f()'>x</a>", true),
            ("<a data-t href=' JAVA&#10;SCRIPT:f()'>x</a>", true),
            ("<a data-t href='/javascript:f()'>x</a>", false),
            ("<form data-t action='javascript:f()'></form>", true),
            ("<iframe data-t src='javascript:f()'></iframe>", true),
            ("<p data-t title='javascript:f()'>x", false),
        ],
        |sem, _| sem.has_active_script(),
    );
}
