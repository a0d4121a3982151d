//! Links inside the page, and where they lead.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::check::Context;
use crate::dom::{Document, Element};
use crate::spec::url::percent_decode;

/// The fragment of a link to a place of this very page: what follows `#`, as written. `None` for a link elsewhere, to the top of the page
/// (HTML Standard 7.4.6.4: the empty fragment, and `top`), and for the private addresses of scripts (`#/route`, `#!route`).
pub fn fragment_of<'p>(link: Element<'p>) -> Option<&'p str> {
    let fragment = link.attr("href")?.trim_ascii().strip_prefix('#')?;
    // A text directive is not part of the fragment (URL Fragment Text Directives).
    let fragment = fragment.split(":~:").next().unwrap_or(fragment);
    let is_place = !fragment.is_empty()
        && !fragment.eq_ignore_ascii_case("top")
        && !fragment.starts_with(['/', '!']);
    (link.is_any(&["a", "area"]) && is_place).then_some(fragment)
}

/// Whether `#place` means a place of this page: not with a `base` that says that addresses start from elsewhere.
pub fn stays_here(doc: &Document) -> bool {
    doc.head().is_none_or(|head| {
        !head
            .child_elements()
            .any(|e| e.is("base") && e.has_attr("href"))
    })
}

/// The places of a page that a fragment can name.
pub struct Places<'p> {
    doc: &'p Document,
    /// Values of `name` on `a` elements: read when an id does not do.
    names: OnceCell<HashSet<&'p str>>,
}

impl<'p> Places<'p> {
    pub fn new(doc: &'p Document) -> Places<'p> {
        Places {
            doc,
            names: OnceCell::new(),
        }
    }

    /// Whether the fragment names a place (HTML Standard 7.4.6.4 «find a potential indicated element»): as it is written, then with
    /// its percent-encoding undone.
    pub fn has(&self, fragment: &str) -> bool {
        let decoded = percent_decode(fragment);
        [fragment, &decoded]
            .iter()
            .any(|name| self.doc.by_id(name).is_some())
            || [fragment, &decoded]
                .iter()
                .any(|name| self.names().contains(name))
    }

    fn names(&self) -> &HashSet<&'p str> {
        self.names.get_or_init(|| {
            let anchors = self
                .doc
                .elements()
                .filter(|e| e.is("a") && !e.in_template());
            anchors.filter_map(|a| a.attr("name")).collect()
        })
    }
}

/// Whether a script plainly takes the click for itself: the address is then only a fallback.
pub fn is_handled<'p>(link: Element<'p>, cx: &Context<'p>) -> bool {
    if link.has_attr("onclick") {
        return true;
    }
    if !cx.semantics().has_active_script() {
        return false;
    }
    cx.semantics().role(link) != Some("link")
        || link.tokens("class").any(|c| c.starts_with("js-"))
        || link.attributes().any(|a| {
            a.name().starts_with("data-")
                || a.name().starts_with(['@', ':'])
                || matches!(
                    a.name(),
                    "aria-controls" | "aria-expanded" | "aria-haspopup" | "aria-selected"
                )
        })
}
