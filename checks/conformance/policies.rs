//! The content security policies that a page gives in `meta` (HTML Standard 4.2.5.3), and what they allow where.

use crate::dom::{Attr, Document, Element};
use crate::spec::content_policy;

/// Policies looked at on a page: all hold together, and a page has one.
const MAX_POLICIES: usize = 8;

/// Sources looked at in a list; no more is known of a longer one.
const MAX_SOURCES: usize = 500;

/// The policies that the page gives: the `meta`, and the attribute that holds the policy.
pub fn policies(doc: &Document) -> impl Iterator<Item = (Element<'_>, Attr<'_>)> {
    let inside = doc.head().into_iter().flat_map(Element::child_elements);
    inside
        .filter(|e| e.is("meta") && e.attr_is("http-equiv", "content-security-policy"))
        .filter_map(|meta| Some((meta, meta.attribute("content")?)))
}

/// A policy, read once for the whole page.
pub struct Policy<'p> {
    /// The attribute that holds it.
    pub attr: Attr<'p>,
    meta: Element<'p>,
    directives: Vec<Directive<'p>>,
}

/// A directive with a list of sources.
pub struct Directive<'p> {
    /// Its name, as written.
    pub name: &'p str,
    /// The list; `None` when it is too long to be looked at.
    pub sources: Option<Vec<&'p str>>,
}

impl<'p> Policy<'p> {
    /// The policies that the page enforces.
    pub fn all(doc: &'p Document) -> impl Iterator<Item = Policy<'p>> {
        policies(doc)
            .take(MAX_POLICIES)
            .map(|(meta, attr)| Policy::new(meta, attr))
    }

    /// CSP 3, 2.2.1 «Parse a serialized CSP»: of two directives with one name the first counts.
    fn new(meta: Element<'p>, attr: Attr<'p>) -> Policy<'p> {
        let mut directives: Vec<Directive<'p>> = Vec::new();
        for directive in attr.value().split(';') {
            let mut words = directive.split_ascii_whitespace();
            let Some(name) = words.next() else { continue };
            let known = content_policy::directive(name) == Some(content_policy::Value::Sources);
            if !known || find(&directives, name).is_some() {
                continue;
            }
            let sources: Vec<&str> = words.take(MAX_SOURCES + 1).collect();
            directives.push(Directive {
                name,
                sources: (sources.len() <= MAX_SOURCES).then_some(sources),
            });
        }
        Policy {
            attr,
            meta,
            directives,
        }
    }

    /// The first of these directives that is there: the one that counts (6.8.3, 6.8.4).
    pub fn first_of(&self, names: &[&str]) -> Option<&Directive<'p>> {
        names.iter().find_map(|name| find(&self.directives, name))
    }

    /// The elements that it speaks of: those after its `meta`.
    pub fn elements(&self) -> impl Iterator<Item = Element<'p>> + use<'p> {
        let first = self.meta.id();
        let doc = self.meta.document();
        doc.elements()
            .filter(move |e| e.id() > first && !e.in_template())
    }
}

fn find<'d, 'p>(directives: &'d [Directive<'p>], name: &str) -> Option<&'d Directive<'p>> {
    directives
        .iter()
        .find(|directive| directive.name.eq_ignore_ascii_case(name))
}
