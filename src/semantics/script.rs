//! Whether scripts may change the page.

use super::{Kind, Semantics};
use crate::dom::{Attr, AttrSet, Element, Namespace};
use crate::spec::event_handlers::is_event_handler;
use crate::spec::script_kinds::is_javascript;

impl<'a> Semantics<'a> {
    /// Whether the page runs scripts of its own: an executable `script`, an event handler attribute, or a `javascript:` URL. Data blocks
    /// (JSON-LD, import maps, templates) do not count, nor does what is inside a `template`. What is shown then may not be what is
    /// written, and a test that nothing fails is not yet passed.
    pub fn has_active_script(&self) -> bool {
        self.active_script().is_some()
    }

    /// The first element that runs a script of the page's own: see [`Semantics::has_active_script`].
    pub fn active_script(&self) -> Option<Element<'a>> {
        let first = *self.active_script.get_or_init(|| {
            let mut elements = self.doc.elements().filter(|e| !e.in_template());
            let found = elements.find(|e| is_executable(*e) || script_attribute(*e).is_some());
            found.map(Element::id)
        });
        self.doc.element(first?)
    }

    /// Whether the page as written is only what people see while its scripts make the page: active scripts, no heading, no link, and no
    /// more text than « Chargement… » takes.
    pub fn is_shell(&self) -> bool {
        self.has_active_script()
            && self.doc.body().is_none_or(|body| {
                self.outline().is_empty()
                    && !self.elements_of(Kind::Link).any(|e| e.has_attr("href"))
                    && self.text(body).chars().nth(SHELL).is_none()
            })
    }
}

/// The text of a page that waits for its scripts, in scalar values, at most.
const SHELL: usize = 100;

/// The element's first attribute that runs a script: an event handler, or a `javascript:` URL.
pub fn script_attribute(e: Element<'_>) -> Option<Attr<'_>> {
    const MAY_RUN: AttrSet =
        AttrSet::of(&["href", "src", "action", "formaction", "data"]).or(AttrSet::ON);
    let mut attributes = e.attributes().filter(|_| e.may_have(MAY_RUN));
    attributes.find(|a| runs_script(e, *a))
}

/// Whether the element is a `script` that browsers run (WHATWG HTML 4.12.1.1 «prepare the script element»).
pub fn is_executable(e: Element<'_>) -> bool {
    if !e.has_name("script") || e.namespace() == Namespace::MathMl {
        return false;
    }
    if !e.has_attr("src") && !e.attributes().any(|a| a.name() == "href") && e.text_is_blank() {
        return false;
    }
    match (e.attr("type"), e.attr("language")) {
        (Some(""), _) | (None, None | Some("")) => true,
        (Some(kind), _) => {
            let kind = kind.trim_ascii();
            kind.eq_ignore_ascii_case("module") || is_javascript(kind)
        }
        (None, Some(language)) => is_javascript(&format!("text/{language}")),
    }
}

fn runs_script(e: Element<'_>, attr: Attr<'_>) -> bool {
    match attr.name() {
        name if name.starts_with("on") => {
            is_event_handler(name) && !attr.value().trim_ascii().is_empty()
        }
        "href" | "src" | "action" | "formaction" | "data" => {
            is_javascript_url(attr.value()) && !(attr.name() == "src" && e.is("img"))
        }
        _ => false,
    }
}

/// Whether a URL has the scheme `javascript`, read as WHATWG URL 4.4 does: leading controls and spaces, and any tab or newline, are
/// ignored.
pub fn is_javascript_url(url: &str) -> bool {
    // Most addresses begin otherwise.
    if !matches!(url.as_bytes(), [b'j' | b'J' | 0..=b' ', ..]) {
        return false;
    }
    let mut rest = url
        .trim_start_matches(|c: char| c <= ' ')
        .bytes()
        .filter(|b| !matches!(b, b'\t' | b'\n' | b'\r'));
    b"javascript:"
        .iter()
        .all(|wanted| rest.next().is_some_and(|b| b.eq_ignore_ascii_case(wanted)))
}
