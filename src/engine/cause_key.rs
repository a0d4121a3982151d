//! What makes two findings one cause: the same check saying the same of the same piece of markup, wherever it stands.
//!
//! Two keys a finding, of 64 bits each, made of the page alone so that they survive moved lines, renamed pages and a site that grows.
//! *Strict*: the check, the verdict, what its message quotes, the element with its attributes, the elements inside when they are few
//! ([`SMALL`]), its parent, the landmark it is in, the text there. *Loose*: the same without what varies from page to page in what a
//! template writes: texts, text attributes (`alt`, `title`, `value`...), ids. Neither has: addresses of links, numbers (a run of digits
//! is one `0`, so that dates and generated ids do not count), hashes in file names, folders and queries of addresses, offsets, lines.
//!
//! A finding is a template's for sure ([`CauseKeys::shared`]) when the element, its parent or a landmark of the page's frame says so:
//! Markdown makes no classes, and no `header`, `nav` nor `footer`. Elsewhere `report::causes` counts pages before it takes the loose key.

use crate::check::{FNV_OFFSET, Found, Verdict, fnv, numberless};
use crate::dom::{Attr, Element};
use crate::report::{CauseKeys, Region};
use crate::source::Span;

/// Elements inside the target that its cause may depend on: past them it is a container, and what it holds is not its own.
const SMALL: usize = 12;

/// The keys of a finding. `excerpt`: the source at its place.
pub fn keys(check: &str, found: &Found<'_>, excerpt: &str) -> CauseKeys {
    let mut keys = Keys {
        strict: FNV_OFFSET,
        loose: FNV_OFFSET,
    };
    keys.both(check.as_bytes());
    keys.both(match found.verdict {
        Verdict::Fail => b"fail",
        Verdict::Review => b"review",
    });
    keys.both(&found.essence.to_le_bytes());
    let Some(element) = found.target.element else {
        keys.text(excerpt);
        return keys.finish(false, Region::Page);
    };
    let region = region(element);
    keys.both(region.name().as_bytes());
    if let Some(parent) = element.parent() {
        keys.element(parent, Depth::Around);
    }
    keys.element(element, Depth::Target);
    if let Some(inside) = few_descendants(element) {
        for e in inside {
            keys.element(e, Depth::Target);
        }
    }
    if !is_in_tag(element, found.target.span) {
        keys.text(excerpt);
    } else {
        keys.strict = words(keys.strict, &own_text(element));
    }
    let framed = matches!(
        region,
        Region::Header | Region::Footer | Region::Navigation | Region::Head
    );
    let styled = |e: Element<'_>| e.has_attr("class");
    let shared = framed || styled(element) || element.parent().is_some_and(styled);
    keys.finish(shared, region)
}

/// The key of a finding about the whole site: what identifies it, or what its message quotes.
pub fn site_key(check: &str, verdict: Verdict, identity: &str) -> CauseKeys {
    let mut keys = Keys {
        strict: FNV_OFFSET,
        loose: FNV_OFFSET,
    };
    keys.both(check.as_bytes());
    keys.both(match verdict {
        Verdict::Fail => b"fail",
        Verdict::Review => b"review",
    });
    keys.both(identity.as_bytes());
    keys.finish(false, Region::Page)
}

struct Keys {
    strict: u64,
    loose: u64,
}

#[derive(Clone, Copy, PartialEq)]
enum Depth {
    Target,
    Around,
}

impl Keys {
    fn finish(self, shared: bool, region: Region) -> CauseKeys {
        CauseKeys {
            strict: self.strict,
            loose: fnv(self.loose, b"loose"),
            shared,
            region,
        }
    }

    fn both(&mut self, bytes: &[u8]) {
        self.strict = fnv(fnv(self.strict, bytes), b"\0");
        self.loose = fnv(fnv(self.loose, bytes), b"\0");
    }

    /// Text that the check judges.
    fn text(&mut self, text: &str) {
        self.strict = words(self.strict, text);
        self.loose = words(self.loose, text);
    }

    fn element(&mut self, element: Element<'_>, depth: Depth) {
        self.both(element.name().as_bytes());
        for attribute in element.attributes() {
            if depth == Depth::Around && !matches!(attribute.name(), "class" | "role") {
                continue;
            }
            self.attribute(attribute);
        }
    }

    fn attribute(&mut self, attribute: Attr<'_>) {
        let (name, value) = (attribute.name(), attribute.value());
        self.both(name.as_bytes());
        match kind(name) {
            Kind::Varies => {}
            Kind::Text => self.strict = words(self.strict, value),
            Kind::File => {
                let file = file_name(value);
                self.strict = numberless(self.strict, file);
                self.loose = numberless(self.loose, file);
            }
            Kind::Plain => {
                self.strict = numberless(self.strict, value);
                self.loose = numberless(self.loose, value);
            }
        }
    }
}

/// What an attribute's value says of a cause.
enum Kind {
    /// Nothing: it is another on each page.
    Varies,
    /// What a writer wrote, where a writer wrote it.
    Text,
    /// An address of which only the file's name counts.
    File,
    /// All of it.
    Plain,
}

fn kind(name: &str) -> Kind {
    match name {
        "href" | "action" | "formaction" | "cite" | "datetime" | "srcset" | "integrity"
        | "nonce" | "content" | "style" | "d" | "points" | "transform" => Kind::Varies,
        "id" | "for" | "name" | "headers" | "list" | "form" | "usemap" | "aria-controls"
        | "aria-labelledby" | "aria-describedby" | "aria-owns" | "alt" | "title" | "value"
        | "placeholder" | "label" | "summary" | "aria-label" | "aria-description" | "lang" => {
            Kind::Text
        }
        "src" | "data" | "poster" => Kind::File,
        _ if name.starts_with("data-") => Kind::Text,
        _ => Kind::Plain,
    }
}

/// The last part of an address, without what follows `?` or `#`; of a `data:` address its type.
fn file_name(address: &str) -> &str {
    let end = address.find(['?', '#', ',']).unwrap_or(address.len());
    let path = &address[..end];
    path.rsplit('/').next().unwrap_or(path)
}

/// The elements inside, when they are few.
fn few_descendants(element: Element<'_>) -> Option<impl Iterator<Item = Element<'_>>> {
    let few = element.descendants().take(SMALL + 1).count() <= SMALL;
    few.then(|| element.descendants())
}

/// The beginning of the text inside, of an element that is no container.
fn own_text(element: Element<'_>) -> String {
    let mut text = String::new();
    if few_descendants(element).is_none() {
        return text;
    }
    for node in element.descendant_nodes() {
        if text.len() > 200 {
            break;
        }
        if let Some(part) = node.as_text() {
            text.extend(part.text().chars().take(200));
        }
    }
    text
}

fn is_in_tag(element: Element<'_>, span: Span) -> bool {
    element
        .start_tag()
        .is_none_or(|tag| tag.start <= span.start && span.end <= tag.end)
}

/// The part of the page an element is in.
fn region(element: Element<'_>) -> Region {
    for e in std::iter::once(element).chain(element.ancestors()) {
        let role = e.attr("role").unwrap_or_default();
        let said = match role {
            "banner" => Some(Region::Header),
            "contentinfo" => Some(Region::Footer),
            "navigation" => Some(Region::Navigation),
            "main" => Some(Region::Main),
            "complementary" => Some(Region::Aside),
            _ if !e.is_html() => None,
            _ => match e.name() {
                "nav" => Some(Region::Navigation),
                "main" => Some(Region::Main),
                "aside" => Some(Region::Aside),
                "head" => Some(Region::Head),
                "header" if is_of_page(e) => Some(Region::Header),
                "footer" if is_of_page(e) => Some(Region::Footer),
                _ => None,
            },
        };
        if let Some(region) = said {
            return region;
        }
    }
    Region::Page
}

/// Whether a `header` or `footer` is the page's, not an article's (HTML-AAM).
fn is_of_page(element: Element<'_>) -> bool {
    element
        .closest(&["article", "section", "main", "aside", "nav"])
        .is_none()
}

/// Adds text to a hash: whitespace runs are one space, runs of digits one `0`.
fn words(hash: u64, text: &str) -> u64 {
    numberless(hash, &crate::source::excerpt(text))
}
