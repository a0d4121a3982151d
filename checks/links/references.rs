//! The references of a page to files: links, images, scripts, frames, media, forms.
//!
//! Sources: WHATWG HTML, the attributes whose value is a URL (index of attributes); SVG 2 16.1.3 (`href`). Attributes nothing fetches
//! or follows (`cite`, `profile`, `itemid`) are left out, as are addresses of origins (`preconnect`).

use crate::dom::{Attr, Document, Element, Namespace};
use crate::spec::{refresh, url};

/// What a reference is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// People follow it.
    Link,
    /// The page is made with it.
    Part,
    /// Browsers may use it: icons, alternates, hints.
    Extra,
    /// A form is sent to it.
    Form,
}

/// A reference, as written.
#[derive(Clone, Copy)]
pub struct Reference<'p> {
    pub element: Element<'p>,
    pub attr: Attr<'p>,
    pub url: &'p str,
    pub purpose: Purpose,
}

/// All references of a page, in document order.
pub fn each<'p>(doc: &'p Document, mut see: impl FnMut(Reference<'p>)) {
    for element in doc.elements().filter(|e| !e.in_template()) {
        let mut one = |name: &str, purpose| {
            if let Some(attr) = element.attribute(name) {
                see(Reference {
                    element,
                    attr,
                    url: attr.value(),
                    purpose,
                });
            }
        };
        match (element.namespace(), element.name()) {
            (Namespace::Html, "a" | "area") => one("href", Purpose::Link),
            (Namespace::Html, "link") => {
                if let Some(purpose) = of_link(element) {
                    one("href", purpose);
                    candidates(element, "imagesrcset", &mut see);
                }
            }
            (Namespace::Html, "img") => {
                one("src", Purpose::Part);
                one("longdesc", Purpose::Link);
                candidates(element, "srcset", &mut see);
            }
            (Namespace::Html, "source") => {
                one("src", Purpose::Part);
                candidates(element, "srcset", &mut see);
            }
            (Namespace::Html, "script" | "iframe" | "frame" | "embed" | "audio" | "track") => {
                one("src", Purpose::Part);
            }
            (Namespace::Html, "video") => {
                one("src", Purpose::Part);
                one("poster", Purpose::Part);
            }
            (Namespace::Html, "object") => one("data", Purpose::Part),
            (Namespace::Html, "input") => {
                if element.attr_is("type", "image") {
                    one("src", Purpose::Part);
                }
                one("formaction", Purpose::Form);
            }
            (Namespace::Html, "button") => one("formaction", Purpose::Form),
            (Namespace::Html, "form") => one("action", Purpose::Form),
            (Namespace::Html, "meta") if element.attr_is("http-equiv", "refresh") => {
                if let Some(attr) = element.attribute("content")
                    && let Some(url) = refresh::parse(attr.value()).map(|r| r.url)
                    && !url.is_empty()
                {
                    see(Reference {
                        element,
                        attr,
                        url,
                        purpose: Purpose::Link,
                    });
                }
            }
            (Namespace::Svg, "a") => svg_href(element, Purpose::Link, &mut see),
            (Namespace::Svg, "image" | "use" | "feImage") => {
                svg_href(element, Purpose::Part, &mut see);
            }
            _ => {}
        }
    }
}

fn of_link(link: Element<'_>) -> Option<Purpose> {
    let mut purpose = None;
    for rel in link.tokens("rel") {
        match rel.to_ascii_lowercase().as_str() {
            "stylesheet" => return Some(Purpose::Part),
            // Origins, not files; addresses of services.
            "preconnect" | "dns-prefetch" | "pingback" | "edituri" | "wlwmanifest" => return None,
            _ => purpose = Some(Purpose::Extra),
        }
    }
    purpose
}

fn candidates<'p>(element: Element<'p>, name: &str, see: &mut impl FnMut(Reference<'p>)) {
    if let Some(attr) = element.attribute(name) {
        for (url, _) in url::srcset(attr.value()) {
            see(Reference {
                element,
                attr,
                url,
                purpose: Purpose::Part,
            });
        }
    }
}

fn svg_href<'p>(element: Element<'p>, purpose: Purpose, see: &mut impl FnMut(Reference<'p>)) {
    // `xlink:href` has the local name `href` too; the plain one wins.
    let plain = element.attribute("href");
    if let Some(attr) = plain.or_else(|| element.attributes().find(|a| a.name() == "href")) {
        see(Reference {
            element,
            attr,
            url: attr.value(),
            purpose,
        });
    }
}
