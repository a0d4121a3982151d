//! Pages made to be slow, deep or circular.

use std::time::{Duration, Instant};

use vigie::dom;
use vigie::semantics::{NameSource, Semantics, TEXT_LIMIT};
use vigie::source::Source;

/// Asks everything of every element, and says how long it took.
fn ask_all(html: String) -> Duration {
    let doc = dom::parse(Source::from_text("hostile.html", html));
    let start = Instant::now();
    let sem = Semantics::new(&doc);
    for e in doc.elements() {
        sem.visibility(e);
        sem.role(e);
        sem.name(e);
        sem.description(e);
        sem.language(e);
        sem.is_tabbable(e);
        sem.labels(e).count();
        sem.references(e, "aria-labelledby").count();
    }
    sem.headings();
    sem.has_active_script();
    start.elapsed()
}

/// Generous: these tests share two cores with others, unoptimised. What is quadratic takes minutes.
const ENOUGH: Duration = Duration::from_secs(10);

#[track_caller]
fn bears(html: String) {
    let took = ask_all(html);
    assert!(took < ENOUGH, "took {took:?}");
}

fn many(n: usize, one: impl Fn(usize) -> String) -> String {
    (0..n).map(one).collect()
}

#[test]
fn deep_nesting() {
    bears("<span role=link>".repeat(5_000) + "x");
    bears("<div role=heading hidden>".repeat(10_000) + "x");
    bears("<fieldset disabled>".repeat(10_000) + "<input>");
    bears("<table role=grid><tr><td>".repeat(3_000));
    bears("<details><summary>".repeat(3_000));
    bears("<label>".repeat(10_000) + "<input>");
    bears("<svg><title>".repeat(5_000));
}

#[test]
fn nesting_without_the_parsers_limit() {
    let source = Source::from_text("deep.html", "<span role=link>".repeat(100_000) + "x");
    let limits = dom::Limits {
        depth: usize::MAX,
        ..dom::Limits::default()
    };
    let doc = dom::parse_with(source, limits);
    let sem = Semantics::new(&doc);
    let last = doc.elements().last().expect("there is one");
    assert!(last.ancestors().count() > 99_000);
    assert_eq!(sem.name(last).text, "x");
    assert!(sem.is_exposed(last));
    assert_eq!(sem.role(last), Some("link"));
    let outer = doc
        .elements()
        .find(|e| e.has_attr("role"))
        .expect("there is one");
    assert_eq!(sem.name(outer).text, "x");
    assert_eq!(sem.text(outer), "x");
}

#[test]
fn chains_and_circles_of_references() {
    // Each names the next; the last names the first.
    bears(many(5_000, |i| {
        let next = (i + 1) % 5_000;
        format!(
            "<button id=b{i} aria-labelledby=b{next} aria-describedby=b{next} aria-owns=b{next}></button>"
        )
    }));
    // Each is labelled by a control that is labelled by the next.
    bears(many(20_000, |i| {
        format!(
            "<label for=c{i}><input type=checkbox id=c{}></label>",
            i + 1
        )
    }));
    // Everything refers to everything that holds everything.
    let ids = many(500, |i| format!("b{i} "));
    bears(format!(
        "<h1 id=h>{}</h1>",
        many(500, |i| format!(
            "<a href=/ id=b{i} aria-labelledby='h {ids}'>x</a>"
        ))
    ));
}

#[test]
fn one_big_text_for_all() {
    let big = "<b>mot</b> ".repeat(2_500);
    bears(format!(
        "<div id=g>{big}</div>{}",
        "<button aria-labelledby=g></button>".repeat(2_500)
    ));
    let empty = "<b></b>".repeat(3_000);
    bears(format!(
        "<div id=g>{empty}</div>{}",
        "<button aria-labelledby=g></button>".repeat(3_000)
    ));
}

#[test]
fn wide_and_long() {
    bears(format!("<table><tr>{}", "<th>x".repeat(25_000)));
    bears(format!(
        "<details>{}",
        "<summary>x</summary>".repeat(15_000)
    ));
    bears(format!(
        "<fieldset disabled>{}",
        "<legend>x</legend>".repeat(15_000)
    ));
    bears("<button title=x></button>".repeat(20_000));
    bears(format!("<p style='{}'>x", "display:none;".repeat(50_000)));
    bears(format!("<p style='{}'>x", "/*".repeat(50_000)));
    bears(format!(
        "<p aria-labelledby='{}'>x",
        "&amp; ".repeat(50_000)
    ));
    bears(format!("<p role='{}'>x", "x ".repeat(50_000)));
    bears(format!("<a href=/ title='{}'></a>", "x  ".repeat(200_000)));
    bears(format!(
        "<label><input type=checkbox>{}</label>",
        format!("<select>{}</select>", "<option>x".repeat(250)).repeat(100)
    ));
}

#[test]
fn long_names_are_cut() {
    let html = format!("<button>{}</button>", "é ".repeat(TEXT_LIMIT));
    let doc = dom::parse(Source::from_text("long.html", html));
    let sem = Semantics::new(&doc);
    let button = doc
        .elements()
        .find(|e| e.is("button"))
        .expect("there is one");
    let name = sem.name(button);
    assert_eq!(name.source, NameSource::Content);
    assert!(name.text.len() <= TEXT_LIMIT + "…".len());
    assert!(
        name.text.starts_with("é é ") && name.text.ends_with("é…"),
        "{}",
        &name.text[name.text.len() - 20..]
    );
}

#[test]
fn giving_up_is_not_an_empty_name() {
    let words = "<b>mot</b> ".repeat(1_500);
    let html = format!(
        "<div id=g>{words}</div>{}",
        "<button aria-labelledby=g></button>".repeat(1_500)
    );
    let doc = dom::parse(Source::from_text("dear.html", html));
    let sem = Semantics::new(&doc);
    let sources: Vec<NameSource> = doc
        .elements()
        .filter(|e| e.is("button"))
        .map(|e| {
            assert!(!sem.name(e).is_blank());
            sem.name(e).source
        })
        .collect();
    assert_eq!(sources.first(), Some(&NameSource::AriaLabelledby));
    assert_eq!(sources.last(), Some(&NameSource::GivenUp));
}
