//! `<meta http-equiv=refresh>`, as its two checks need it.

use crate::dom::{Attr, Document, Element, NodeRef};
use crate::spec::refresh::{self, Refresh};

/// Twenty hours, in seconds.
pub const LONG: u64 = 20 * 3600;

/// Words of body text from which a page is there to be read, not to be left.
const READ: usize = 100;

/// The `content` of a `meta` that refreshes, and what a browser understands of it (WHATWG HTML 4.2.5.3).
pub fn of(meta: Element<'_>) -> Option<(Attr<'_>, Refresh<'_>)> {
    let content = meta.attribute("content")?;
    let refreshes = meta.attr_is("http-equiv", "refresh");
    let refresh = refreshes.then(|| refresh::parse(content.value()))??;
    Some((content, refresh))
}

/// Whether an address is that of the page, which is known by its file name.
pub fn is_itself(url: &str, path: &str) -> bool {
    let address = url.split('#').next().unwrap_or_default();
    let file = path.rsplit(['/', '\\']).next();
    address.is_empty() || Some(address) == file || address.strip_prefix("./") == file
}

/// Whether the page has enough words to be there to be read.
pub fn is_read(doc: &Document) -> bool {
    let nodes = doc.body().into_iter().flat_map(Element::descendant_nodes);
    let texts = nodes.filter_map(NodeRef::as_text).filter(|t| {
        t.parent()
            .is_some_and(|p| !p.is_any(&["script", "style", "noscript", "template"]))
    });
    let mut words = texts.flat_map(|t| t.text().split_whitespace());
    words.nth(READ - 1).is_some()
}
