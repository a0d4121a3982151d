//! Which style sheets a page has, and what they cannot do.
//!
//! A sheet that is linked or imported is not read: it may declare anything. One in a `style` element cannot declare a property whose name it
//! does not contain. Both are facts of the text, without a cascade.

use super::Property;
use crate::dom::{Document, Element};
use crate::semantics::Semantics;

/// The style sheets of a page.
#[derive(Debug, Default)]
pub struct Sheets {
    /// A sheet is linked or imported, or stands where it is not looked for.
    unread: bool,
    /// The text of the `style` elements, in ASCII lower case.
    embedded: String,
    /// The properties that the `style` elements may declare.
    declared: u32,
    /// The `style` elements may beat a `style` attribute.
    overrides: bool,
}

impl Sheets {
    fn of(doc: &Document) -> Sheets {
        let mut sheets = Sheets::default();
        for e in doc.elements() {
            let shadow = || e.has_attr("shadowrootmode") && e.is("template");
            if (e.is("link") && is_linked_sheet(e)) || shadow() {
                sheets.unread = true;
                break;
            }
            if e.has_name("style") && !e.in_template() && applies(e) {
                sheets.embedded.push_str(&e.text_content());
                sheets.embedded.push('\n');
            }
        }
        sheets.look_through();
        sheets
    }

    fn look_through(&mut self) {
        self.embedded.make_ascii_lowercase();
        let has = |word: &str| memchr::memmem::find(self.embedded.as_bytes(), word.as_bytes());
        self.unread |= has("@import").is_some();
        if self.unread || self.embedded.is_empty() {
            return;
        }
        // An escape may write any name.
        let anything = has("\\").is_some() || has_word(&self.embedded, "all");
        self.declared = Property::ALL
            .into_iter()
            .filter(|p| anything || p.traces().iter().any(|trace| has(trace).is_some()))
            .fold(0, |bits, p| bits | p.bit());
        let beating = ["!", "keyframes", "first-l", "\\"];
        self.overrides = beating.iter().any(|mark| has(mark).is_some());
    }

    /// Whether the page has any style sheet.
    pub fn any(&self) -> bool {
        self.unread || !self.embedded.is_empty()
    }

    /// Whether a sheet may declare anything at all: it is not in the page.
    pub fn unread(&self) -> bool {
        self.unread
    }

    /// Whether a sheet may declare the property for some element.
    pub fn may_set(&self, property: Property) -> bool {
        self.unread || self.declared & property.bit() != 0
    }

    /// Whether a sheet may contain this text, given in ASCII lower case: a pseudo-class, a function.
    pub fn may_contain(&self, text: &str) -> bool {
        self.unread || self.embedded.contains('\\') || self.embedded.contains(text)
    }

    /// Whether a sheet may beat what a `style` attribute declares without `!important`.
    pub(super) fn may_override(&self, property: Property) -> bool {
        self.unread || self.overrides && self.may_set(property)
    }
}

/// Whether the word stands alone somewhere.
fn has_word(text: &str, word: &str) -> bool {
    let part = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || b"-_".contains(b));
    let bytes = text.as_bytes();
    memchr::memmem::find_iter(bytes, word).any(|at| {
        let before = at.checked_sub(1).and_then(|i| bytes.get(i));
        !part(before) && !part(bytes.get(at + word.len()))
    })
}

/// Whether a `link` brings a style sheet that may apply on a screen (WHATWG HTML 4.6.7.21): alternate ones too, which people may choose.
fn is_linked_sheet(link: Element<'_>) -> bool {
    link.tokens("rel")
        .any(|rel| rel.eq_ignore_ascii_case("stylesheet"))
        && link
            .attr("href")
            .is_some_and(|href| !href.trim().is_empty())
        && !link.in_template()
        && applies(link)
}

/// Whether the type and the media of a sheet are those of a page on a screen.
pub(super) fn applies(e: Element<'_>) -> bool {
    let css = e.attr("type").is_none_or(|t| {
        t.trim().is_empty() || t.trim().to_ascii_lowercase().starts_with("text/css")
    });
    css && !e.attr_is("media", "print")
}

impl<'a> Semantics<'a> {
    /// The style sheets of the page.
    pub fn sheets(&self) -> &Sheets {
        self.sheets.get_or_init(|| Sheets::of(self.document()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom;
    use crate::source::Source;

    fn sheets(html: &str) -> Sheets {
        Sheets::of(&dom::parse(Source::decode("page.html", html.into())))
    }

    #[test]
    fn what_is_not_in_the_page_may_say_anything() {
        for html in [
            "<link rel='preload STYLESHEET' href=a.css>",
            "<link rel='alternate stylesheet' href=a.css title=Contraste>",
            "<style>@IMPORT 'a.css';</style>",
            "<div><template shadowrootmode=open><style>p{}</style></template></div>",
        ] {
            assert!(sheets(html).unread(), "{html}");
        }
        for html in [
            "<link rel=stylesheet>",
            "<link rel=icon href=a.css>",
            "<link rel=stylesheet href=a.css media=print>",
            "<template><link rel=stylesheet href=a.css></template>",
            "<style type=text/less>@import 'a'</style>",
        ] {
            assert!(!sheets(html).any(), "{html}");
        }
    }

    #[test]
    fn a_sheet_declares_what_it_writes() {
        let plain = sheets("<style>p { Color: red } .all-in, small { margin: 0 }</style>");
        assert!(plain.may_set(Property::Color) && plain.may_set(Property::Place));
        assert!(!plain.may_set(Property::Background) && !plain.may_override(Property::Color));
        let strong = sheets("<style>p { color: red ! important }</style>");
        assert!(strong.may_override(Property::Color) && !strong.may_override(Property::Display));
        let all = sheets("<style>p { all: unset }</style>");
        assert!(all.may_set(Property::Outline) && !all.may_override(Property::Outline));
        assert!(sheets("<style>p { \\63olor: red }</style>").may_set(Property::Color));
    }
}
