//! A page with its findings shown in place, for people: each element outlined and numbered, and a panel that says what is wrong.
//!
//! The page only gains: an attribute (and an id where there is none) in the tags concerned, and the panel at the end of the body. Without
//! these it is what it was, byte for byte. Everything that comes from the page is escaped, and all that is added is ASCII, so that
//! it is the same in all encodings of pages. Nothing outside the page is asked for. The panel is in a shadow tree (HTML Standard, 4.12.3,
//! `shadowrootmode`), so that the styles of the page and its own do not meet; without scripts only the numbers beside the
//! elements are missing.

mod panel;
mod place;

use std::collections::BTreeMap;

use crate::check::{Edit, Level};
use crate::dom::{self, Document, Element, Limits};
use crate::fix::Splices;
use crate::report::{Finding, percent_encoded};
use crate::source::Source;
use crate::text::Lang;

/// Findings shown on one page; more are only counted.
const MOST: usize = 500;

/// A finding with its number and its element.
struct Note<'a> {
    /// From 1.
    number: usize,
    finding: &'a Finding,
    /// What leads to the element; `None` where there is none that can be shown.
    anchor: Option<String>,
}

/// The page with its findings; `None` where there is no body to put them in (frames). `base`: where its relative addresses lead, when it
/// is moved away from there.
pub fn annotate(
    source: &Source,
    findings: &[&Finding],
    base: Option<&str>,
    limits: Limits,
    lang: Lang,
) -> Option<String> {
    let doc = dom::parse_with(source.clone(), limits);
    if doc.body().is_some_and(|body| body.is("frameset")) {
        return None;
    }
    let name = free_name(&source.text);
    let places = place::Places::new(&doc);
    let shown = &findings[..findings.len().min(MOST)];
    let mut by_element: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut notes = Vec::new();
    for (i, finding) in shown.iter().enumerate() {
        let element = places.element_at(finding.start.offset);
        if let Some(element) = element {
            by_element.entry(element.id()).or_default().push(i + 1);
        }
        notes.push(Note {
            number: i + 1,
            finding,
            anchor: element.map(|e| anchor(e, &name)),
        });
    }
    let mut edits = Vec::new();
    for (id, numbers) in &by_element {
        if let Some(element) = doc.element(*id) {
            let level = numbers.iter().map(|n| shown[n - 1].level).max();
            edits.push(mark(element, numbers, level.unwrap_or(Level::Note), &name));
        }
    }
    if let Some(base) = base {
        edits.extend(rebase(&doc, base));
    }
    let panel = panel::panel(&notes, findings.len(), &source.path, &name, lang);
    let ends = [
        doc.body().and_then(Element::end_tag).map(|tag| tag.start),
        Some(source.text.len() as u32),
        doc.body().and_then(Element::start_tag).map(|tag| tag.end),
    ];
    // Best beside what the page holds; else in what it left open, if that is shown.
    let mut inside = None;
    for end in ends.into_iter().flatten() {
        let mut edits = edits.clone();
        edits.push(Edit::insert(end, panel.clone()));
        let text = Splices::new(edits).apply(&source.text);
        match depth(&text, source, &name, limits) {
            Some(0) => return Some(text),
            Some(_) => inside = inside.or(Some(text)),
            None => {}
        }
    }
    inside
}

/// In how many elements of the body the panel is; `None` when it is lost in what was not closed.
fn depth(text: &str, source: &Source, name: &str, limits: Limits) -> Option<usize> {
    let again = Source {
        text: text.to_owned(),
        ..source.clone()
    };
    let doc: Document = dom::parse_with(again, limits);
    let panel = format!("{name}-panel");
    let body = doc.body()?;
    let found = body
        .descendants()
        .find(|e| e.is(&panel) && !e.in_template())?;
    let closed = [
        "noscript", "select", "svg", "math", "object", "iframe", "details", "dialog",
    ];
    let around: Vec<Element<'_>> = found.ancestors().take_while(|e| *e != body).collect();
    let shows = |e: &Element<'_>| e.is_html() && !e.is_any(&closed);
    around.iter().all(shows).then_some(around.len())
}

/// Says where relative addresses lead, at the beginning of the head, unless the page does.
fn rebase(doc: &Document, base: &str) -> Option<Edit> {
    if doc.elements().any(|e| e.is("base") && e.has_attr("href")) {
        return None;
    }
    let tags = [doc.head(), doc.html()].into_iter().flatten();
    let after = tags
        .filter_map(Element::start_tag)
        .map(|tag| tag.end)
        .next();
    let doctype = doc.doctype().map(|doctype| doctype.span().end);
    let at = after.or(doctype).unwrap_or(0);
    let base = percent_encoded(base, "/");
    Some(Edit::insert(at, format!("<base href=\"{base}\">")))
}

/// A word that the page does not use.
fn free_name(text: &str) -> String {
    let mut name = "vigie".to_owned();
    let mut rank = 1;
    while text.contains(&name) {
        rank += 1;
        name = format!("vigie{rank}");
    }
    name
}

/// What a link to the element says.
fn anchor(element: Element<'_>, name: &str) -> String {
    match element.attr("id") {
        Some(id) if !id.is_empty() => id.to_owned(),
        _ => format!("{name}-{}", element.id()),
    }
}

/// Marks the start tag of an element.
fn mark(element: Element<'_>, numbers: &[usize], level: Level, name: &str) -> Edit {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    let mut text = format!(
        " data-{name}=\"{}\" data-{name}-level=\"{}\"",
        numbers.join(" "),
        level.name()
    );
    if element.attribute("id").is_none() {
        text.push_str(&format!(" id=\"{name}-{}\"", element.id()));
    }
    Edit::insert(element.name_place().end, text)
}
