//! The sitemap page, and what leads to it.

use crate::check::{Context, PageKind, SitePage};
use crate::dom::{Document, Element};

/// What sitemap pages are called, in lower case, without punctuation.
const NAMES: [&str; 6] = [
    "plan du site",
    "plan de site",
    "plan du site web",
    "plan du site internet",
    "sitemap",
    "site map",
];

/// Whether a text says «sitemap», and nothing else.
pub fn is_name(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphanumeric());
    if text.len() > 200 || !matches!(first, Some('p' | 'P' | 's' | 'S')) {
        return false;
    }
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    NAMES.contains(&words.join(" ").as_str())
}

/// Whether the page is the site's sitemap: as the user declared, else as it says itself.
pub fn is_page(cx: &Context<'_>, page: &SitePage) -> bool {
    let declared = cx.options().pages.is(page, PageKind::Sitemap);
    declared.unwrap_or_else(|| is_sitemap(cx.doc()))
}

/// Whether the page says that it is the site's sitemap: its only `h1` does.
pub fn is_sitemap(doc: &Document) -> bool {
    let mut titles = doc.elements().filter(|e| e.is("h1") && !e.in_template());
    match (titles.next(), titles.next()) {
        (Some(h1), None) => is_name(&h1.text_content()),
        _ => false,
    }
}

/// Whether the element is in the page's own content: in `main`, and in none of the parts that pages share.
pub fn is_content(element: Element<'_>) -> bool {
    let mut in_main = false;
    for e in element.ancestors() {
        if e.is_any(&["header", "footer", "aside"]) {
            return false;
        }
        in_main |= e.is("main") || e.attr_is("role", "main");
    }
    in_main
}
