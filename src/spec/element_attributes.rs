//! Attributes that each element of HTML may have.
//!
//! Sources: WHATWG HTML, 3.2.6 «Global attributes», index of attributes, «Content attributes» of each element, 8.1.8.2 (handlers of
//! the window, on `body` only); HTML+RDFa 1.1, 3.1 (RDFa's attributes go on any element); CSS Shadow Parts (`part`, `exportparts`);
//! HTML Media Capture (`capture`). On which conditions: [`super::attribute_conditions`].

use super::elements;
use super::event_handlers::is_event_handler;
use super::index::{Index, index, same};

/// An attribute and the elements that may have it.
type Row = (&'static str, &'static [&'static str]);

/// On any element. No list holds it otherwise.
const ALL: &[&str] = &["*"];

/// Sorted by attribute.
#[rustfmt::skip]
static ATTRIBUTES: [Row; 177] = [
    ("abbr", &["th"]),
    ("about", ALL),
    ("accept", &["input"]),
    ("accept-charset", &["form"]),
    ("accesskey", ALL),
    ("action", &["form"]),
    ("allow", &["iframe"]),
    ("allowfullscreen", &["iframe"]),
    ("alpha", &["input"]),
    ("alt", &["area", "img", "input"]),
    ("as", &["link"]),
    ("async", &["script"]),
    ("autocapitalize", ALL),
    ("autocomplete", &["form", "input", "select", "textarea"]),
    ("autocorrect", ALL),
    ("autofocus", ALL),
    ("autoplay", &["audio", "video"]),
    ("blocking", &["link", "script", "style"]),
    ("capture", &["input"]),
    ("charset", &["meta"]),
    ("checked", &["input"]),
    ("cite", &["blockquote", "del", "ins", "q"]),
    ("class", ALL),
    ("closedby", &["dialog"]),
    ("color", &["link"]),
    ("colorspace", &["input"]),
    ("cols", &["textarea"]),
    ("colspan", &["td", "th"]),
    ("command", &["button"]),
    ("commandfor", &["button"]),
    ("content", ALL),
    ("contenteditable", ALL),
    ("controls", &["audio", "img", "video"]),
    ("coords", &["area"]),
    ("crossorigin", &["audio", "img", "link", "script", "video"]),
    ("data", &["object"]),
    ("datatype", ALL),
    ("datetime", &["del", "ins", "time"]),
    ("decoding", &["img"]),
    ("default", &["track"]),
    ("defer", &["script"]),
    ("dir", ALL),
    ("dirname", &["input", "textarea"]),
    ("disabled", &["button", "fieldset", "input", "link", "optgroup", "option", "select", "textarea"]),
    ("download", &["a", "area"]),
    ("draggable", ALL),
    ("enctype", &["form"]),
    ("enterkeyhint", ALL),
    ("exportparts", ALL),
    ("fetchpriority", &["img", "link", "script"]),
    ("for", &["label", "output", "template"]),
    ("form", &["button", "fieldset", "input", "object", "output", "select", "textarea"]),
    ("formaction", &["button", "input"]),
    ("formenctype", &["button", "input"]),
    ("formmethod", &["button", "input"]),
    ("formnovalidate", &["button", "input"]),
    ("formtarget", &["button", "input"]),
    ("headers", &["td", "th"]),
    ("headingoffset", ALL),
    ("headingreset", ALL),
    ("height", &["canvas", "embed", "iframe", "img", "input", "object", "source", "video"]),
    ("hidden", ALL),
    ("high", &["meter"]),
    ("href", &["a", "area", "base", "link"]),
    ("hreflang", &["a", "link"]),
    ("http-equiv", &["meta"]),
    ("id", ALL),
    ("imagesizes", &["link"]),
    ("imagesrcset", &["link"]),
    ("inert", ALL),
    ("inlist", ALL),
    ("inputmode", ALL),
    ("integrity", &["link", "script"]),
    ("is", ALL),
    ("ismap", &["img"]),
    ("itemid", ALL),
    ("itemprop", ALL),
    ("itemref", ALL),
    ("itemscope", ALL),
    ("itemtype", ALL),
    ("kind", &["track"]),
    ("label", &["optgroup", "option", "track"]),
    ("lang", ALL),
    ("list", &["input"]),
    ("loading", &["audio", "iframe", "img", "video"]),
    ("loop", &["audio", "video"]),
    ("low", &["meter"]),
    ("max", &["input", "meter", "progress"]),
    ("maxlength", &["input", "textarea"]),
    ("media", &["link", "meta", "source", "style"]),
    ("method", &["form"]),
    ("min", &["input", "meter"]),
    ("minlength", &["input", "textarea"]),
    ("multiple", &["input", "select"]),
    ("muted", &["audio", "video"]),
    ("name", &["button", "details", "fieldset", "form", "iframe", "input", "map", "meta", "object", "output", "select", "slot", "textarea"]),
    ("nomodule", &["script"]),
    ("nonce", ALL),
    ("novalidate", &["form"]),
    ("onafterprint", &["body"]),
    ("onbeforeprint", &["body"]),
    ("onbeforeunload", &["body"]),
    ("onhashchange", &["body"]),
    ("onlanguagechange", &["body"]),
    ("onmessage", &["body"]),
    ("onmessageerror", &["body"]),
    ("onoffline", &["body"]),
    ("ononline", &["body"]),
    ("onpagehide", &["body"]),
    ("onpagereveal", &["body"]),
    ("onpageshow", &["body"]),
    ("onpageswap", &["body"]),
    ("onpopstate", &["body"]),
    ("onrejectionhandled", &["body"]),
    ("onstorage", &["body"]),
    ("onunhandledrejection", &["body"]),
    ("onunload", &["body"]),
    ("open", &["details", "dialog"]),
    ("optimum", &["meter"]),
    ("part", ALL),
    ("pattern", &["input"]),
    ("ping", &["a", "area"]),
    ("placeholder", &["input", "textarea"]),
    ("playsinline", &["video"]),
    ("popover", ALL),
    ("popovertarget", &["button", "input"]),
    ("popovertargetaction", &["button", "input"]),
    ("poster", &["video"]),
    ("prefix", ALL),
    ("preload", &["audio", "video"]),
    ("property", ALL),
    ("readonly", &["input", "textarea"]),
    ("referrerpolicy", &["a", "area", "iframe", "img", "link", "script"]),
    ("rel", ALL),
    ("required", &["input", "select", "textarea"]),
    ("resource", ALL),
    ("rev", ALL),
    ("reversed", &["ol"]),
    ("role", ALL),
    ("rows", &["textarea"]),
    ("rowspan", &["td", "th"]),
    ("sandbox", &["iframe"]),
    ("scope", &["th"]),
    ("selected", &["option"]),
    ("shadowrootclonable", &["template"]),
    ("shadowrootcustomelementregistry", &["template"]),
    ("shadowrootdelegatesfocus", &["template"]),
    ("shadowrootmode", &["template"]),
    ("shadowrootserializable", &["template"]),
    ("shadowrootslotassignment", &["template"]),
    ("shape", &["area"]),
    ("size", &["input", "select"]),
    ("sizes", &["img", "link", "source"]),
    ("slot", ALL),
    ("span", &["col", "colgroup"]),
    ("spellcheck", ALL),
    ("src", &["audio", "embed", "iframe", "img", "input", "script", "source", "track", "video"]),
    ("srcdoc", &["iframe"]),
    ("srclang", &["track"]),
    ("srcset", &["img", "source"]),
    ("start", &["ol"]),
    ("step", &["input"]),
    ("style", ALL),
    ("tabindex", ALL),
    ("target", &["a", "area", "base", "form"]),
    ("title", ALL),
    ("translate", ALL),
    ("type", &["a", "button", "embed", "input", "link", "object", "ol", "script", "source", "style"]),
    ("typeof", ALL),
    ("usemap", &["img"]),
    ("value", &["button", "data", "input", "li", "meter", "option", "progress"]),
    ("vocab", ALL),
    ("width", &["canvas", "embed", "iframe", "img", "input", "object", "source", "video"]),
    ("wrap", &["textarea"]),
    ("writingsuggestions", ALL),
    ("xml:lang", ALL),
    ("xmlns", ALL),
];

static INDEX: Index<512> = index!(ATTRIBUTES, 0);

/// Elements as bits, by their rank in [`elements`].
type Set = [u64; 3];

/// The elements of each row.
static SETS: [Set; ATTRIBUTES.len()] = {
    let (mut sets, mut row) = ([[0; 3]; ATTRIBUTES.len()], 0);
    while row < sets.len() {
        sets[row] = set(ATTRIBUTES[row].1);
        row += 1;
    }
    sets
};

const fn set(names: &[&str]) -> Set {
    if names.len() == 1 && same(names[0], ALL[0]) {
        return [u64::MAX; 3];
    }
    let (mut set, mut at) = ([0; 3], 0);
    while at < names.len() {
        let rank = elements::rank_at_compile_time(names[at]);
        set[rank / 64] |= 1 << (rank % 64);
        at += 1;
    }
    set
}

/// Whether an element may have an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    Yes,
    /// Elements that may have it, this one not being among them.
    Elsewhere(&'static [&'static str]),
    /// There is none of this name; `data-*` and `aria-*` are known.
    Unknown,
}

/// The elements that an attribute is asked about, found once for all its attributes; `None` for those HTML does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Owner(usize);

impl Owner {
    /// The HTML element of that name.
    pub fn new(element: &str) -> Option<Owner> {
        elements::rank(element).map(Owner)
    }

    /// Whether it may have the attribute, whatever its other attributes and its place. `data-` needs a name after it.
    pub fn allows(self, attribute: &str) -> Allowed {
        if attribute.starts_with("aria-") || attribute.len() > 5 && attribute.starts_with("data-") {
            return Allowed::Yes;
        }
        let Some(row) = INDEX.find(attribute, |row| ATTRIBUTES[row].0) else {
            return match is_event_handler(attribute) {
                true => Allowed::Yes,
                false => Allowed::Unknown,
            };
        };
        if Owners(SETS[row]).has(self) {
            Allowed::Yes
        } else {
            Allowed::Elsewhere(ATTRIBUTES[row].1)
        }
    }

    /// Names of the attributes it may have, but for `data-*`, `aria-*` and event handlers.
    pub fn attributes(self) -> impl Iterator<Item = &'static str> {
        let names = ATTRIBUTES.iter().map(|row| row.0);
        names.filter(move |name| self.allows(name) == Allowed::Yes)
    }
}

/// The elements that may have an attribute.
#[derive(Clone, Copy, Debug, Default)]
pub struct Owners([u64; 3]);

impl Owners {
    /// Whether this one is among them.
    pub fn has(self, owner: Owner) -> bool {
        self.0[owner.0 / 64] >> (owner.0 % 64) & 1 == 1
    }
}

/// The known attributes, but for `data-*`, `aria-*` and event handlers of any element.
pub fn attributes() -> impl Iterator<Item = (&'static str, Owners)> {
    let names = ATTRIBUTES.iter().map(|row| row.0);
    names.zip(SETS.iter().map(|set| Owners(*set)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    fn allows(element: &str, attribute: &str) -> bool {
        Owner::new(element).is_some_and(|owner| owner.allows(attribute) == Allowed::Yes)
    }

    #[test]
    fn rows_are_sorted_and_name_current_elements() {
        assert_sorted("ATTRIBUTES", ATTRIBUTES.iter().map(|row| row.0));
        for (attribute, on) in ATTRIBUTES.iter().filter(|row| row.1 != ALL) {
            assert_sorted(attribute, on.iter().copied());
            for element in *on {
                assert!(!elements::is_obsolete(element), "{attribute}: {element}");
            }
        }
    }

    #[test]
    fn global_attributes() {
        for attribute in [
            "lang",
            "class",
            "data-x",
            "onclick",
            "aria-label",
            "role",
            "typeof",
        ] {
            assert!(
                allows("p", attribute) && allows("wbr", attribute),
                "{attribute}"
            );
        }
        for attribute in ["data-", "name", "href", "onfoo", "xml:base", "xmlns:foaf"] {
            assert!(!allows("p", attribute), "{attribute}");
        }
    }

    #[test]
    fn attributes_depend_on_the_element() {
        assert!(allows("a", "href") && !allows("div", "href"));
        assert!(allows("body", "onunload") && !allows("div", "onunload"));
        let owner = Owner::new("picture").unwrap();
        assert_eq!(
            owner.allows("srcset"),
            Allowed::Elsewhere(&["img", "source"])
        );
        assert_eq!(owner.allows("srcsett"), Allowed::Unknown);
        assert!(Owner::new("x-carte").is_none());
        let track = Owner::new("track").unwrap();
        assert!(track.attributes().any(|name| name == "srclang"));
        assert!(track.attributes().all(|name| name != "srcset"));
    }
}
