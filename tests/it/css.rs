//! CSS selectors over our tree match what they match over scraper's.

use std::collections::HashSet;

use vigie::dom::{self, Selector, SelectorError};
use vigie::source::Source;

const PAGE: &str = r##"<!doctype html><html lang=fr><head><title>x</title></head><body class="a B">
<nav id=menu><ul><li class=on><a href=/>Accueil</a></li><li><a href=/agenda LANG=en>Agenda</a><ul><li>1<li>2</ul></li><li></li></ul></nav>
<main><h1>T</h1><p>un</p><p class="a c">deux <b>b</b></p><!-- note --><p></p><p> </p><div><p>trois</p></div>
<svg viewBox="0 0 1 1"><title>s</title><a xlink:href=#menu><linearGradient id=g /></a></svg>
<input type=TEXT name=q disabled><img src=a.png alt=""><table><tr><td>1<td>2<tr><td>3</table></main>
<footer><p>fin</p></footer></body></html>"##;

/// The ranks of the elements that match or are inside one that does, by scraper.
fn oracle(css: &str) -> Vec<usize> {
    let html = scraper::Html::parse_document(PAGE);
    let selector = scraper::Selector::parse(css).unwrap();
    let matched: HashSet<_> = html.select(&selector).map(|e| e.id()).collect();
    html.root_element()
        .descendent_elements()
        .enumerate()
        .filter(|(_, e)| {
            let inside = e.ancestors().any(|a| matched.contains(&a.id()));
            inside || matched.contains(&e.id())
        })
        .map(|(rank, _)| rank)
        .collect()
}

#[test]
fn what_scraper_matches() {
    let doc = dom::parse(Source::from_text("a.html", PAGE));
    for css in [
        "p",
        "P",
        "*",
        ".a",
        ".b",
        ".B",
        "#menu",
        "#MENU",
        "main p",
        "main > p",
        "h1 + p",
        "h1 ~ p",
        "li:first-child",
        "li:last-child",
        "li:nth-child(2n+1)",
        "p:nth-of-type(2)",
        "p:nth-last-child(2)",
        ":root",
        ":empty",
        "p:empty",
        "a[href]",
        "a[href='/']",
        "a[href^='/a']",
        "[class~=c]",
        "[lang=en]",
        "[LANG=EN]",
        "input[type=text]",
        "input[type='text' s]",
        "[href]",
        "svg a",
        "linearGradient",
        "lineargradient",
        "svg [viewBox]",
        "ul ul li, b",
        ":is(nav, footer) a",
        ":where(h1, b)",
        "p:not(.a)",
        "li:only-child",
        "td:nth-child(2)",
        "body > *",
        "nope",
        "li:not(:has-nothing)",
        "div p:only-of-type",
    ] {
        let Ok(selector) = Selector::parse(css) else {
            assert!(
                scraper::Selector::parse(css).is_err(),
                "scraper reads {css}"
            );
            continue;
        };
        let regions = doc.regions(&selector);
        let ours: Vec<usize> = doc
            .elements()
            .enumerate()
            .filter(|(_, e)| regions.contains_element(*e))
            .map(|(rank, _)| rank)
            .collect();
        assert_eq!(ours, oracle(css), "{css}");
    }
}

#[test]
fn regions_are_places_of_the_source_too() {
    let text = "<!doctype html><p>a</p><ul><li>un<li>deux<b>x</b></ul><div>d<p>e</div><p>fin";
    let doc = dom::parse(Source::from_text("a.html", text));
    let held = |css: &str, piece: &str| {
        let start = text.find(piece).unwrap() as u32;
        let span = vigie::source::Span::new(start, start + piece.len() as u32);
        doc.regions(&Selector::parse(css).unwrap())
            .contains_span(span)
    };
    assert!(held("ul", "</ul>") && held("ul", "deux"));
    assert!(!held("ul", "<div>") && !held("ul", "a</p>"));
    // Without an end tag: up to what follows.
    assert!(held("li:first-child", "un") && !held("li:first-child", "<li>deux"));
    assert!(held("div p", "<p>e") && !held("div p", "</div>"));
    assert!(held("p:last-child", "fin"));
}

#[test]
fn mistakes_are_told_apart() {
    let error = |css: &str| Selector::parse(css).unwrap_err();
    assert_eq!(error(""), SelectorError::Empty);
    assert_eq!(error("a:hover"), SelectorError::Pseudo);
    assert_eq!(error("a::before"), SelectorError::Pseudo);
    assert_eq!(error("li:has(a)"), SelectorError::Pseudo);
    for wrong in ["a[", "a >", "> a", "..x", "a{}", "#"] {
        assert!(Selector::parse(wrong).is_err(), "{wrong}");
    }
}
