//! What makes two findings one cause: the same check saying the same of the same piece of markup, wherever it stands.
//!
//! Three keys a finding, of 64 bits each, made of the page alone so that they survive moved lines, renamed pages and a site that grows.
//! *Strict*: the check, the verdict, what its message quotes, the element with its attributes, the elements inside when they are few
//! ([`SMALL`]), its parent, the landmark it is in, the text there. *Loose*: the same without what varies from page to page in what a
//! template writes: texts, text attributes (`alt`, `title`, `value`...), ids. *Shape*: the check, the verdict, the landmark, the element with
//! its attributes but those. None has: addresses of links, numbers (a run of digits is one `0`, so that dates and generated ids do not
//! count), hashes in file names, folders and queries of addresses, offsets, lines.
//!
//! A finding is a template's for sure ([`CauseKeys::shared`]) when the element, its parent or a landmark of the page's frame says so:
//! Markdown makes no classes, and no `header`, `nav` nor `footer`. Elsewhere `report::causes` counts pages before it takes the loose key.

use crate::check::{Found, Verdict, bytes, mix, numberless};
use crate::dom::Element;
use crate::report::{CauseKeys, Region};
use crate::source::Span;

/// Elements, and texts, inside the target that its cause may depend on.
const SMALL: usize = 12;

/// The keys of a finding. `excerpt`: the source at its place.
pub fn keys(check: &str, found: &Found<'_>, excerpt: &str) -> CauseKeys {
    let mut keys = Keys::of(check, found.verdict);
    let Some(element) = found.target.element else {
        keys.shared = words(mix(keys.shared, found.essence), excerpt);
        return keys.finish(keys.shared, false, Region::Page);
    };
    let region = region(element);
    keys.shared = mix(keys.shared, region as u64);
    keys.element(element);
    let shape = keys.shared;
    keys.shared = mix(keys.shared, found.essence);
    let parent = element.parent().filter(|e| !is_page(*e));
    if let Some(parent) = parent {
        keys.name(parent);
        for attribute in ["class", "role"] {
            keys.shared = numberless(keys.shared, parent.attr(attribute).unwrap_or_default());
        }
    }
    // Past a few it is a container, and what it holds is not its own; nor is what the parts of the page hold.
    let is_part = element.is_any(&["html", "head", "body", "main", "header", "footer", "nav"]);
    let is_small = !is_part && element.descendants().take(SMALL + 1).count() <= SMALL;
    if is_small {
        element.descendants().for_each(|e| keys.element(e));
    }
    if !is_in_tag(element, found.target.span) {
        keys.shared = words(keys.shared, excerpt);
    } else if is_small && !element.is_any(&["script", "style"]) {
        let texts = element.descendant_nodes().filter_map(|node| node.as_text());
        for text in texts.take(SMALL) {
            keys.own = words(keys.own, text.text());
        }
    }
    let framed = matches!(
        region,
        Region::Header | Region::Footer | Region::Navigation | Region::Head
    );
    let styled = |e: Element<'_>| e.has_attr("class") && !is_page(e);
    keys.finish(
        shape,
        framed || styled(element) || parent.is_some_and(styled),
        region,
    )
}

/// The key of a finding about the whole site: what identifies it, or what its message quotes.
pub fn site_key(check: &str, verdict: Verdict, identity: &str) -> CauseKeys {
    let mut keys = Keys::of(check, verdict);
    keys.shared = bytes(keys.shared, identity.as_bytes());
    keys.finish(keys.shared, false, Region::Page)
}

/// What the loose and the strict key have, and what the strict one has besides.
#[derive(Clone, Copy)]
struct Keys {
    shared: u64,
    own: u64,
}

impl Keys {
    fn of(check: &str, verdict: Verdict) -> Keys {
        let verdict = match verdict {
            Verdict::Fail => 1,
            Verdict::Review => 2,
        };
        Keys {
            shared: mix(bytes(0, check.as_bytes()), verdict),
            own: 0,
        }
    }

    fn finish(self, shape: u64, shared: bool, region: Region) -> CauseKeys {
        CauseKeys {
            strict: mix(self.shared, self.own),
            loose: mix(self.shared, u64::MAX),
            shape: mix(shape, u64::MAX),
            shared,
            region,
        }
    }

    fn name(&mut self, element: Element<'_>) {
        self.shared = bytes(self.shared, element.name().as_bytes());
    }

    fn element(&mut self, element: Element<'_>) {
        self.name(element);
        if is_page(element) {
            return;
        }
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            self.shared = bytes(self.shared, name.as_bytes());
            match kind(name) {
                Kind::Varies => {}
                Kind::Text => self.own = words(self.own, value),
                Kind::File => self.shared = numberless(self.shared, file_name(value)),
                Kind::Plain => self.shared = numberless(self.shared, value),
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

/// Whether it is the page as a whole, whose classes often name this one page.
fn is_page(element: Element<'_>) -> bool {
    element.is_any(&["html", "body"])
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

/// Adds the first words of a text to a hash.
fn words(hash: u64, text: &str) -> u64 {
    const MANY: usize = 40;
    text.split_ascii_whitespace()
        .take(MANY)
        .fold(hash, numberless)
}
