//! HTML elements: names, content categories and tag omission.
//!
//! Sources: WHATWG HTML, «Elements» index (indices), 3.2.5.2 «Kinds of content», 13.1.2 «Elements» and 13.1.2.4 «Optional tags»,
//! 15.3 «Non-replaced elements» (which boxes are blocks), 16.2 «Non-conforming features».

use super::index::{Index, index, same};

const FLOW: u32 = 1;
const PHRASING: u32 = 1 << 1;
const METADATA: u32 = 1 << 2;
const SECTIONING: u32 = 1 << 3;
const HEADING: u32 = 1 << 4;
const INTERACTIVE: u32 = 1 << 5;
const EMBEDDED: u32 = 1 << 6;
const LABELABLE: u32 = 1 << 7;
const LISTED: u32 = 1 << 8;
const VOID: u32 = 1 << 9;
const RAW: u32 = 1 << 10;
const ESCAPABLE_RAW: u32 = 1 << 11;
const START_OPTIONAL: u32 = 1 << 12;
const END_OPTIONAL: u32 = 1 << 13;
const BLOCK: u32 = 1 << 14;
const OBSOLETE: u32 = 1 << 15;

/// Flow and phrasing: the ordinary inline element.
const INLINE: u32 = FLOW | PHRASING;
/// Flow but not phrasing, drawn as a block: the ordinary block element.
const SECTION: u32 = FLOW | BLOCK;
const CONTROL: u32 = INLINE | LABELABLE;

/// WHATWG HTML, index of elements, and 16.2 for those flagged obsolete.
static ELEMENTS: [(&str, u32); 144] = [
    ("a", INLINE),
    ("abbr", INLINE),
    ("acronym", INLINE | OBSOLETE),
    ("address", SECTION),
    ("applet", INLINE | EMBEDDED | OBSOLETE),
    ("area", INLINE | VOID),
    ("article", SECTION | SECTIONING),
    ("aside", SECTION | SECTIONING),
    ("audio", INLINE | EMBEDDED),
    ("b", INLINE),
    ("base", METADATA | VOID),
    ("basefont", VOID | OBSOLETE),
    ("bdi", INLINE),
    ("bdo", INLINE),
    ("bgsound", VOID | OBSOLETE),
    ("big", INLINE | OBSOLETE),
    ("blink", INLINE | OBSOLETE),
    ("blockquote", SECTION),
    ("body", BLOCK | START_OPTIONAL | END_OPTIONAL),
    ("br", INLINE | VOID),
    ("button", CONTROL | INTERACTIVE | LISTED),
    ("canvas", INLINE | EMBEDDED),
    ("caption", BLOCK | END_OPTIONAL),
    ("center", SECTION | OBSOLETE),
    ("cite", INLINE),
    ("code", INLINE),
    ("col", VOID),
    ("colgroup", START_OPTIONAL | END_OPTIONAL),
    ("data", INLINE),
    ("datalist", INLINE),
    ("dd", BLOCK | END_OPTIONAL),
    ("del", INLINE),
    ("details", SECTION | INTERACTIVE),
    ("dfn", INLINE),
    ("dialog", SECTION),
    ("dir", SECTION | OBSOLETE),
    ("div", SECTION),
    ("dl", SECTION),
    ("dt", BLOCK | END_OPTIONAL),
    ("em", INLINE),
    ("embed", INLINE | EMBEDDED | INTERACTIVE | VOID),
    ("fieldset", SECTION | LISTED),
    ("figcaption", BLOCK),
    ("figure", SECTION),
    ("font", INLINE | OBSOLETE),
    ("footer", SECTION),
    ("form", SECTION),
    ("frame", BLOCK | VOID | OBSOLETE),
    ("frameset", BLOCK | OBSOLETE),
    ("h1", SECTION | HEADING),
    ("h2", SECTION | HEADING),
    ("h3", SECTION | HEADING),
    ("h4", SECTION | HEADING),
    ("h5", SECTION | HEADING),
    ("h6", SECTION | HEADING),
    ("head", START_OPTIONAL | END_OPTIONAL),
    ("header", SECTION),
    ("hgroup", SECTION | HEADING),
    ("hr", SECTION | VOID),
    ("html", BLOCK | START_OPTIONAL | END_OPTIONAL),
    ("i", INLINE),
    ("iframe", INLINE | EMBEDDED | INTERACTIVE),
    ("img", INLINE | EMBEDDED | VOID),
    ("input", CONTROL | LISTED | VOID),
    ("ins", INLINE),
    ("isindex", OBSOLETE),
    ("kbd", INLINE),
    ("keygen", INLINE | VOID | OBSOLETE),
    ("label", INLINE | INTERACTIVE),
    ("legend", BLOCK),
    ("li", BLOCK | END_OPTIONAL),
    ("link", METADATA | VOID),
    ("listing", SECTION | OBSOLETE),
    ("main", SECTION),
    ("map", INLINE),
    ("mark", INLINE),
    ("marquee", INLINE | OBSOLETE),
    ("math", INLINE | EMBEDDED),
    ("menu", SECTION),
    ("menuitem", OBSOLETE),
    ("meta", METADATA | VOID),
    ("meter", CONTROL),
    ("multicol", INLINE | OBSOLETE),
    ("nav", SECTION | SECTIONING),
    ("nextid", OBSOLETE),
    ("nobr", INLINE | OBSOLETE),
    ("noembed", INLINE | OBSOLETE),
    ("noframes", INLINE | OBSOLETE),
    ("noscript", INLINE | METADATA),
    ("object", INLINE | EMBEDDED | LISTED),
    ("ol", SECTION),
    ("optgroup", BLOCK | END_OPTIONAL),
    ("option", BLOCK | END_OPTIONAL),
    ("output", CONTROL | LISTED),
    ("p", SECTION | END_OPTIONAL),
    ("param", VOID | OBSOLETE),
    ("picture", INLINE | EMBEDDED),
    ("plaintext", SECTION | OBSOLETE),
    ("pre", SECTION),
    ("progress", CONTROL),
    ("q", INLINE),
    ("rb", OBSOLETE | END_OPTIONAL),
    ("rp", END_OPTIONAL),
    ("rt", END_OPTIONAL),
    ("rtc", OBSOLETE | END_OPTIONAL),
    ("ruby", INLINE),
    ("s", INLINE),
    ("samp", INLINE),
    ("script", INLINE | METADATA | RAW),
    ("search", SECTION),
    ("section", SECTION | SECTIONING),
    ("select", CONTROL | INTERACTIVE | LISTED),
    ("selectedcontent", INLINE),
    ("slot", INLINE),
    ("small", INLINE),
    ("source", VOID),
    ("spacer", INLINE | OBSOLETE),
    ("span", INLINE),
    ("strike", INLINE | OBSOLETE),
    ("strong", INLINE),
    ("style", METADATA | RAW),
    ("sub", INLINE),
    ("summary", BLOCK),
    ("sup", INLINE),
    ("svg", INLINE | EMBEDDED),
    ("table", SECTION),
    ("tbody", BLOCK | START_OPTIONAL | END_OPTIONAL),
    ("td", BLOCK | END_OPTIONAL),
    ("template", INLINE | METADATA),
    ("textarea", CONTROL | INTERACTIVE | LISTED | ESCAPABLE_RAW),
    ("tfoot", BLOCK | END_OPTIONAL),
    ("th", BLOCK | END_OPTIONAL),
    ("thead", BLOCK | END_OPTIONAL),
    ("time", INLINE),
    ("title", METADATA | ESCAPABLE_RAW),
    ("tr", BLOCK | END_OPTIONAL),
    ("track", VOID),
    ("tt", INLINE | OBSOLETE),
    ("u", INLINE),
    ("ul", SECTION),
    ("var", INLINE),
    ("video", INLINE | EMBEDDED),
    ("wbr", INLINE | VOID),
    ("xmp", SECTION | OBSOLETE),
];

static INDEX: Index<512> = index!(ELEMENTS, 0);

/// The place of a known element in the table: small numbers for sets of elements.
pub(super) fn rank(name: &str) -> Option<usize> {
    INDEX.find(name, |row| ELEMENTS[row].0)
}

/// [`rank`] for other tables, which name known elements only.
pub(super) const fn rank_at_compile_time(name: &str) -> usize {
    let mut row = 0;
    while !same(ELEMENTS[row].0, name) {
        row += 1;
    }
    row
}

fn traits(name: &str) -> Option<u32> {
    rank(name).map(|row| ELEMENTS[row].1)
}

fn has(name: &str, wanted: u32) -> bool {
    traits(name).is_some_and(|traits| traits & wanted != 0)
}

/// Names of the elements of HTML, obsolete ones included, in alphabetical order.
pub fn names() -> impl Iterator<Item = &'static str> {
    ELEMENTS.iter().map(|(name, _)| *name)
}

/// Whether HTML knows the element, be it obsolete; `svg` and `math` count, the elements inside them do not.
pub fn is_known(name: &str) -> bool {
    traits(name).is_some()
}

/// Whether the element is one of the non-conforming elements (WHATWG HTML 16.2); what to use instead: [`super::obsolete::element`].
pub fn is_obsolete(name: &str) -> bool {
    has(name, OBSOLETE)
}

/// Whether the element never has content or an end tag (WHATWG HTML 13.1.2), the obsolete ones that parsers treat so included.
pub fn is_void(name: &str) -> bool {
    has(name, VOID)
}

/// Whether the start tag may be left out under some conditions (WHATWG HTML 13.1.2.4).
pub fn optional_start_tag(name: &str) -> bool {
    has(name, START_OPTIONAL)
}

/// Whether the end tag may be left out under some conditions (WHATWG HTML 13.1.2.4); false for void elements, which have none.
pub fn optional_end_tag(name: &str) -> bool {
    has(name, END_OPTIONAL)
}

/// Whether the content is text where neither tags nor character references count: `script` and `style` (WHATWG HTML 13.1.2).
pub fn is_raw_text(name: &str) -> bool {
    has(name, RAW)
}

/// Whether the content is text where only character references count: `textarea` and `title` (WHATWG HTML 13.1.2).
pub fn is_escapable_raw_text(name: &str) -> bool {
    has(name, ESCAPABLE_RAW)
}

/// Metadata content (WHATWG HTML 3.2.5.2.1).
pub fn is_metadata(name: &str) -> bool {
    has(name, METADATA)
}

/// Flow content (WHATWG HTML 3.2.5.2.2), without regard to the conditions on `area`, `main`, `link` or `meta`.
pub fn is_flow(name: &str) -> bool {
    has(name, FLOW)
}

/// Phrasing content (WHATWG HTML 3.2.5.2.5): what a paragraph may hold.
pub fn is_phrasing(name: &str) -> bool {
    has(name, PHRASING)
}

/// Sectioning content (WHATWG HTML 3.2.5.2.3): `article`, `aside`, `nav`, `section`.
pub fn is_sectioning(name: &str) -> bool {
    has(name, SECTIONING)
}

/// Heading content (WHATWG HTML 3.2.5.2.4): `h1` to `h6` and `hgroup`.
pub fn is_heading_content(name: &str) -> bool {
    has(name, HEADING)
}

/// The level of `h1` to `h6` (1 to 6).
pub fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

/// Embedded content (WHATWG HTML 3.2.5.2.6).
pub fn is_embedded(name: &str) -> bool {
    has(name, EMBEDDED)
}

/// Whether HTML draws the element as a box of its own (block, list item, table part), so that the texts before, in and after it are
/// apart from each other (WHATWG HTML 15.3). The rest runs in the line.
pub fn is_block(name: &str) -> bool {
    has(name, BLOCK)
}

/// Interactive content (WHATWG HTML 3.2.5.2.7): `attribute` gives the value of an attribute of the element.
/// `summary` is left out: it is interactive but not in this category.
pub fn is_interactive<'a>(name: &str, attribute: impl Fn(&str) -> Option<&'a str>) -> bool {
    match name {
        "a" => attribute("href").is_some(),
        "audio" | "video" => attribute("controls").is_some(),
        "img" => attribute("usemap").is_some(),
        "input" => !is_hidden_input(name, attribute),
        _ => has(name, INTERACTIVE),
    }
}

/// Whether a `select` shows its options in place, in a list box: `multiple`, or a `size` above 1 (WHATWG HTML 15.5.16).
pub fn is_list_box<'a>(attribute: impl Fn(&str) -> Option<&'a str>) -> bool {
    let size = attribute("size").map(str::trim_ascii);
    attribute("multiple").is_some()
        || size.is_some_and(|size| size.parse::<u64>().is_ok_and(|lines| lines > 1))
}

/// Labelable elements (WHATWG HTML 4.10.2): a `label` may name them. Custom elements tied to forms by script are not known here.
pub fn is_labelable<'a>(name: &str, attribute: impl Fn(&str) -> Option<&'a str>) -> bool {
    has(name, LABELABLE) && !is_hidden_input(name, attribute)
}

fn is_hidden_input<'a>(name: &str, attribute: impl Fn(&str) -> Option<&'a str>) -> bool {
    name == "input" && attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"))
}

/// Listed elements (WHATWG HTML 4.10.2): they belong to a form's `elements` and accept the `form` attribute.
pub fn is_listed(name: &str) -> bool {
    has(name, LISTED)
}

/// Whether the name is one an author may give to a custom element (WHATWG HTML 4.13.2, DOM «valid element local name»): unknown to HTML
/// without being an error.
pub fn is_custom_element_name(name: &str) -> bool {
    /// Hyphenated names that SVG and MathML took first.
    const RESERVED: [&str; 8] = [
        "annotation-xml",
        "color-profile",
        "font-face",
        "font-face-format",
        "font-face-name",
        "font-face-src",
        "font-face-uri",
        "missing-glyph",
    ];
    let may_be = |b: u8| {
        !b.is_ascii_whitespace() && !b.is_ascii_uppercase() && !matches!(b, b'/' | b'>' | 0)
    };
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.contains('-')
        && name.bytes().all(may_be)
        && !RESERVED.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    fn all(test: impl Fn(&str) -> bool) -> String {
        names()
            .filter(|name| test(name))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn table_is_sorted_and_counts() {
        assert_sorted("ELEMENTS", names());
        assert_eq!(names().filter(|name| is_obsolete(name)).count(), 29);
    }

    #[test]
    fn void_elements_are_the_standard_ones_and_the_obsolete_ones() {
        assert_eq!(
            all(|n| is_void(n) && !is_obsolete(n)),
            "area base br col embed hr img input link meta source track wbr"
        );
        assert_eq!(
            all(|n| is_void(n) && is_obsolete(n)),
            "basefont bgsound frame keygen param"
        );
        assert_eq!(all(|n| is_void(n) && optional_end_tag(n)), "");
    }

    #[test]
    fn optional_tags() {
        assert_eq!(
            all(|n| optional_end_tag(n) && !is_obsolete(n)),
            "body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr"
        );
        assert_eq!(all(optional_start_tag), "body colgroup head html tbody");
    }

    #[test]
    fn categories() {
        assert_eq!(all(is_sectioning), "article aside nav section");
        assert_eq!(all(is_heading_content), "h1 h2 h3 h4 h5 h6 hgroup");
        assert_eq!(
            all(|n| is_embedded(n) && !is_obsolete(n)),
            "audio canvas embed iframe img math object picture svg video"
        );
        assert_eq!(
            all(is_listed),
            "button fieldset input object output select textarea"
        );
        assert_eq!(
            all(|n| is_labelable(n, |_| None)),
            "button input meter output progress select textarea"
        );
        assert_eq!(all(is_raw_text), "script style");
        assert_eq!(all(is_escapable_raw_text), "textarea title");
        // Phrasing content that is not flow content does not exist; blocks are never phrasing.
        assert_eq!(all(|n| is_phrasing(n) && !is_flow(n)), "");
        assert_eq!(all(|n| is_phrasing(n) && is_block(n)), "");
        assert_eq!(all(|n| is_flow(n) && !is_phrasing(n) && !is_block(n)), "");
    }

    #[test]
    fn interactive_depends_on_attributes() {
        let with = |wanted: &'static str, value: &'static str| {
            move |name: &str| (name == wanted).then_some(value)
        };
        assert!(!is_interactive("a", |_| None));
        assert!(is_interactive("a", with("href", "")));
        assert!(!is_interactive("video", |_| None));
        assert!(is_interactive("video", with("controls", "")));
        assert!(is_interactive("input", |_| None));
        assert!(!is_interactive("input", with("type", "HIDDEN")));
        assert!(!is_labelable("input", with("type", "hidden")));
        assert!(is_interactive("details", |_| None));
        assert!(!is_interactive("div", |_| None));
    }

    #[test]
    fn headings_and_custom_names() {
        assert_eq!(heading_level("h1"), Some(1));
        assert_eq!(heading_level("h6"), Some(6));
        assert_eq!(heading_level("h7"), None);
        assert_eq!(heading_level("hr"), None);
        assert!(is_custom_element_name("x-carte"));
        assert!(!is_custom_element_name("carte"));
        assert!(!is_custom_element_name("font-face"));
        assert!(!is_known("x-carte") && is_known("marquee"));
    }
}
