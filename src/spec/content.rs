//! Content models: what each element may hold, where it may be, and what it keeps out of all it holds.
//!
//! WHATWG HTML, sections 4.1 to 4.15, under «Content model» and «Contexts in which this element can be used» of each element; 3.2.5
//! for the kinds of content. Sets are bits: an element is of some kinds, a content model accepts some kinds.

use super::attribute_values::is_keyword;
use super::index::{Index, index};

/// A set of kinds of content, or a content model: the kinds it accepts.
pub type Kinds = u64;

/// Flow content (3.2.5.2.2); all phrasing content is.
pub const FLOW: Kinds = 1;
/// Phrasing content (3.2.5.2.5).
pub const PHRASING: Kinds = 1 << 1;
/// Metadata content (3.2.5.2.1).
pub const METADATA: Kinds = 1 << 2;
/// Script-supporting elements (3.2.5.2.9).
pub const SCRIPTING: Kinds = 1 << 3;
/// Text, other than white space.
pub const TEXT: Kinds = 1 << 4;
/// `h1` to `h6`.
pub const HEADING: Kinds = 1 << 5;
const HGROUP: Kinds = 1 << 6;
const P: Kinds = 1 << 7;
/// `li`.
pub const ITEM: Kinds = 1 << 8;
/// `dt` and `dd`.
pub const TERM: Kinds = 1 << 9;
/// `div`, which takes the content model of what it is in, in lists and in `select`.
pub const DIV: Kinds = 1 << 10;
const FIGCAPTION: Kinds = 1 << 11;
const LEGEND: Kinds = 1 << 12;
const SUMMARY: Kinds = 1 << 13;
const CAPTION: Kinds = 1 << 14;
const COLGROUP: Kinds = 1 << 15;
const COL: Kinds = 1 << 16;
/// `thead`, `tbody` and `tfoot`.
const ROWS: Kinds = 1 << 17;
const ROW: Kinds = 1 << 18;
const CELL: Kinds = 1 << 19;
/// `option`.
const OPTION: Kinds = 1 << 20;
const OPTGROUP: Kinds = 1 << 21;
const HR: Kinds = 1 << 22;
const BUTTON: Kinds = 1 << 23;
const NOSCRIPT: Kinds = 1 << 24;
/// `rt` and `rp`.
const ANNOTATION: Kinds = 1 << 25;
const SOURCE: Kinds = 1 << 26;
const TRACK: Kinds = 1 << 27;
const IMG: Kinds = 1 << 28;
const TEMPLATE: Kinds = 1 << 29;
/// `link`, `meta` and `style`: all that `noscript` holds in `head` (4.12.2).
pub const HEAD_LINKS: Kinds = 1 << 30;
const HEAD: Kinds = 1 << 31;
const BODY: Kinds = 1 << 32;
/// Not a kind: the element's attributes or its place change the model ([`Model::special`] elements).
const SPECIAL: Kinds = 1 << 61;
/// Not a kind: the model is that of what is around (3.2.5.3 «Transparent content models»).
pub const TRANSPARENT: Kinds = 1 << 62;

/// A flow content model.
pub const OF_FLOW: Kinds = FLOW | TEXT;
/// A phrasing content model.
pub const OF_PHRASING: Kinds = PHRASING | TEXT;
/// Everything: where nothing is judged.
pub const ANYTHING: Kinds = !(TRANSPARENT | SPECIAL);
/// A `div` in a `dl`, or right inside one: terms and descriptions (4.4.9).
const GROUP: Kinds = TERM | SCRIPTING;
/// `select` element inner content elements (4.10.7).
const IN_SELECT: Kinds = OPTION | OPTGROUP | HR | NOSCRIPT | DIV | SCRIPTING;
/// `optgroup` element inner content elements (4.10.9).
const IN_OPTGROUP: Kinds = OPTION | NOSCRIPT | DIV | SCRIPTING;
/// `option` element inner content elements (4.10.10).
const IN_OPTION: Kinds = OF_PHRASING | DIV;
/// What transparent elements take from the model around; the rest has its place there alone.
const TAKEN: Kinds = FLOW | PHRASING | METADATA | SCRIPTING | TEXT | OPTION | OPTGROUP | HR | DIV;

/// A set of ancestors that matter for what is inside them.
pub type Inside = u32;

/// Inside `address`, `header`...
pub const ADDRESS: Inside = 1;
pub const HEADER: Inside = 1 << 1;
pub const FOOTER: Inside = 1 << 2;
pub const TH: Inside = 1 << 3;
pub const DT: Inside = 1 << 4;
pub const IN_CAPTION: Inside = 1 << 5;
pub const FORM: Inside = 1 << 6;
pub const LABEL: Inside = 1 << 7;
pub const DFN: Inside = 1 << 8;
pub const IN_NOSCRIPT: Inside = 1 << 9;
pub const METER: Inside = 1 << 10;
pub const PROGRESS: Inside = 1 << 11;
/// `audio` and `video`.
pub const MEDIA: Inside = 1 << 12;
/// An `option` of a `select`.
pub const IN_OPTION_ELEMENT: Inside = 1 << 13;
pub const CANVAS: Inside = 1 << 14;
/// What may not be around `main`: all but `html`, `body`, `div`, a `form` without a name and custom elements (4.4.14).
pub const NOT_AROUND_MAIN: Inside = 1 << 15;
/// `map`, which `area` needs (4.8.13).
pub const MAP: Inside = 1 << 16;
/// A `button` in a `select`, which `selectedcontent` needs (4.10.17).
pub const SELECT_BUTTON: Inside = 1 << 17;
pub const DATALIST: Inside = 1 << 18;

/// What the standard says of where an element may be and what it may hold.
#[derive(Debug)]
pub struct Model {
    /// Its name.
    pub name: &'static str,
    /// The kinds it is of.
    pub kinds: Kinds,
    /// The kinds it accepts as children, by default.
    pub holds: Kinds,
    /// What it is for those inside it.
    pub inside: Inside,
    /// What it may not be in.
    pub never_in: Inside,
    /// One of these it must be in.
    pub only_in: Inside,
}

const fn model(name: &'static str, kinds: Kinds, holds: Kinds) -> Model {
    Model {
        name,
        kinds,
        holds,
        inside: NOT_AROUND_MAIN,
        never_in: 0,
        only_in: 0,
    }
}

impl Model {
    const fn inside(mut self, inside: Inside) -> Model {
        self.inside |= inside;
        self
    }

    const fn never_in(mut self, inside: Inside) -> Model {
        self.never_in |= inside;
        self
    }

    const fn only_in(mut self, inside: Inside) -> Model {
        self.only_in |= inside;
        self
    }

    const fn may_be_around_main(mut self) -> Model {
        self.inside &= !NOT_AROUND_MAIN;
        self
    }

    /// What its children may be and are inside, where it is itself in `around`; `attribute`: whether it has it.
    pub fn place(&self, around: Place, attribute: impl Fn(&str) -> bool) -> Place {
        let place = Place {
            accepts: match self.holds & TRANSPARENT != 0 {
                true => (self.holds & !(TRANSPARENT | SPECIAL)) | (around.accepts & TAKEN),
                false => self.holds & !SPECIAL,
            },
            inside: around.inside | self.inside,
        };
        match self.holds & SPECIAL != 0 {
            true => self.special(place, around, attribute),
            false => place,
        }
    }

    /// Whether text may be in it where it is itself in `around`, whatever its attributes.
    pub fn surely_holds_text(&self, around: Place) -> bool {
        let taken = match self.holds & TRANSPARENT != 0 {
            true => around.accepts,
            false => 0,
        };
        self.holds & SPECIAL == 0 && (self.holds | taken) & TEXT != 0
    }

    fn special(&self, mut place: Place, around: Place, has: impl Fn(&str) -> bool) -> Place {
        match self.name {
            // 4.10.6: only there may it hold `selectedcontent`.
            "button" if around.accepts & BUTTON != 0 && around.accepts != ANYTHING => {
                place.inside |= SELECT_BUTTON;
            }
            // 4.9.3.
            "colgroup" if has("span") => place.accepts = VOID,
            // 4.4.16: in a `dl` a group, in a `select` what that holds besides.
            "div" => match around.accepts {
                ANYTHING => {}
                IN_OPTION => place.accepts = IN_OPTION,
                around if around & TERM != 0 => place.accepts = GROUP,
                around if around & OPTION != 0 && around & TEXT == 0 => {
                    place.accepts = around & !(LEGEND | BUTTON);
                }
                _ => {}
            },
            // 4.4.14.
            "form" if has("aria-label") || has("aria-labelledby") || has("title") => {
                place.inside |= NOT_AROUND_MAIN;
            }
            // 4.12.2.
            "noscript" if around.accepts == METADATA => place.accepts = HEAD_LINKS,
            // 4.10.10.
            "option" => match (has("label"), has("value")) {
                _ if around.inside & DATALIST != 0 => {
                    place.accepts = TEXT;
                    place.inside &= !IN_OPTION_ELEMENT;
                }
                (true, true) => place.accepts = VOID,
                (true, false) => place.accepts = TEXT,
                _ => {}
            },
            // 4.5.14.
            "time" if !has("datetime") => place.accepts = TEXT,
            _ => {}
        }
        place
    }
}

/// A place in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it accepts.
    pub accepts: Kinds,
    /// What it is inside.
    pub inside: Inside,
}

impl Place {
    /// Where nothing is judged.
    pub const ANY: Place = Place {
        accepts: ANYTHING,
        inside: 0,
    };

    /// Whether an element may be there.
    pub fn takes(self, model: &Model) -> bool {
        model.kinds & self.accepts != 0
            && model.never_in & self.inside == 0
            && model.only_in & !self.inside == 0
    }

    /// Whether text there is an error that neither the parser nor the rules of lists tell.
    pub fn refuses_text(self) -> bool {
        self.accepts & (TEXT | ITEM | TERM | ROWS | ROW | CELL | METADATA | HEAD) == 0
    }
}

const INLINE: Kinds = FLOW | PHRASING;
/// Sectioning and heading content, `header` and `footer` keep out of these.
const PLAIN: Inside = ADDRESS | TH | DT;
const VOID: Kinds = 0;

/// The elements of HTML that are not obsolete, in alphabetical order.
#[rustfmt::skip]
static MODELS: [Model; 115] = [
    model("a", INLINE, TRANSPARENT),
    model("abbr", INLINE, OF_PHRASING),
    model("address", FLOW, OF_FLOW).inside(ADDRESS).never_in(ADDRESS),
    model("area", INLINE, VOID).only_in(MAP),
    model("article", FLOW, OF_FLOW).never_in(PLAIN),
    model("aside", FLOW, OF_FLOW).never_in(PLAIN),
    model("audio", INLINE, TRANSPARENT | SOURCE | TRACK).inside(MEDIA).never_in(MEDIA),
    model("b", INLINE, OF_PHRASING),
    model("base", METADATA, VOID),
    model("bdi", INLINE, OF_PHRASING),
    model("bdo", INLINE, OF_PHRASING),
    model("blockquote", FLOW, OF_FLOW),
    model("body", BODY, OF_FLOW).may_be_around_main(),
    model("br", INLINE, VOID),
    model("button", INLINE | BUTTON, SPECIAL | OF_PHRASING),
    model("canvas", INLINE, TRANSPARENT).inside(CANVAS),
    model("caption", CAPTION, OF_FLOW).inside(IN_CAPTION),
    model("cite", INLINE, OF_PHRASING),
    model("code", INLINE, OF_PHRASING),
    model("col", COL, VOID),
    model("colgroup", COLGROUP, SPECIAL | COL | TEMPLATE),
    model("data", INLINE, OF_PHRASING),
    model("datalist", INLINE, OF_PHRASING | OPTION | SCRIPTING).inside(DATALIST).never_in(IN_OPTION_ELEMENT),
    model("dd", TERM, OF_FLOW),
    model("del", INLINE, TRANSPARENT),
    model("details", FLOW, OF_FLOW | SUMMARY).never_in(CANVAS),
    model("dfn", INLINE, OF_PHRASING).inside(DFN).never_in(DFN),
    model("dialog", FLOW, OF_FLOW),
    model("div", FLOW | DIV, SPECIAL | OF_FLOW).may_be_around_main(),
    model("dl", FLOW, TERM | DIV | SCRIPTING),
    model("dt", TERM, OF_FLOW).inside(DT),
    model("em", INLINE, OF_PHRASING),
    model("embed", INLINE, VOID).never_in(CANVAS),
    model("fieldset", FLOW, OF_FLOW | LEGEND),
    model("figcaption", FIGCAPTION, OF_FLOW),
    model("figure", FLOW, OF_FLOW | FIGCAPTION),
    model("footer", FLOW, OF_FLOW).inside(FOOTER).never_in(PLAIN | HEADER | FOOTER),
    model("form", FLOW, SPECIAL | OF_FLOW).inside(FORM).never_in(FORM).may_be_around_main(),
    model("h1", FLOW | HEADING, OF_PHRASING).never_in(PLAIN),
    model("h2", FLOW | HEADING, OF_PHRASING).never_in(PLAIN),
    model("h3", FLOW | HEADING, OF_PHRASING).never_in(PLAIN),
    model("h4", FLOW | HEADING, OF_PHRASING).never_in(PLAIN),
    model("h5", FLOW | HEADING, OF_PHRASING).never_in(PLAIN),
    model("h6", FLOW | HEADING, OF_PHRASING).never_in(PLAIN),
    model("head", HEAD, METADATA),
    model("header", FLOW, OF_FLOW).inside(HEADER).never_in(PLAIN | HEADER | FOOTER),
    model("hgroup", FLOW | HGROUP, HEADING | P | SCRIPTING).never_in(PLAIN),
    model("hr", FLOW | HR, VOID),
    model("html", 0, HEAD | BODY).may_be_around_main(),
    model("i", INLINE, OF_PHRASING),
    model("iframe", INLINE, VOID).never_in(CANVAS),
    model("img", INLINE | IMG, VOID),
    model("input", INLINE, VOID),
    model("ins", INLINE, TRANSPARENT),
    model("kbd", INLINE, OF_PHRASING),
    model("label", INLINE, OF_PHRASING).inside(LABEL).never_in(LABEL),
    model("legend", LEGEND, OF_PHRASING | HEADING | HGROUP),
    model("li", ITEM, OF_FLOW),
    model("link", METADATA | HEAD_LINKS, VOID),
    model("main", FLOW, OF_FLOW).never_in(NOT_AROUND_MAIN),
    model("map", INLINE, TRANSPARENT).inside(MAP),
    model("mark", INLINE, OF_PHRASING),
    model("math", INLINE, ANYTHING),
    model("menu", FLOW, ITEM | SCRIPTING),
    model("meta", METADATA | HEAD_LINKS, VOID),
    model("meter", INLINE, OF_PHRASING).inside(METER).never_in(METER),
    model("nav", FLOW, OF_FLOW).never_in(PLAIN),
    model("noscript", INLINE | METADATA | NOSCRIPT, SPECIAL | TRANSPARENT).inside(IN_NOSCRIPT).never_in(IN_NOSCRIPT),
    model("object", INLINE, TRANSPARENT).never_in(IN_OPTION_ELEMENT),
    model("ol", FLOW, ITEM | SCRIPTING),
    model("optgroup", OPTGROUP, IN_OPTGROUP | LEGEND),
    model("option", OPTION, SPECIAL | IN_OPTION).inside(IN_OPTION_ELEMENT),
    model("output", INLINE, OF_PHRASING),
    model("p", FLOW | P, OF_PHRASING),
    model("picture", INLINE, SOURCE | IMG | SCRIPTING),
    model("pre", FLOW, OF_PHRASING),
    model("progress", INLINE, OF_PHRASING).inside(PROGRESS).never_in(PROGRESS),
    model("q", INLINE, OF_PHRASING),
    model("rp", ANNOTATION, TEXT),
    model("rt", ANNOTATION, OF_PHRASING),
    model("ruby", INLINE, OF_PHRASING | ANNOTATION),
    model("s", INLINE, OF_PHRASING),
    model("samp", INLINE, OF_PHRASING),
    model("script", INLINE | METADATA | SCRIPTING, TEXT),
    model("search", FLOW, OF_FLOW),
    model("section", FLOW, OF_FLOW).never_in(PLAIN),
    model("select", INLINE, IN_SELECT | BUTTON),
    model("selectedcontent", INLINE, VOID).only_in(SELECT_BUTTON),
    model("slot", INLINE, TRANSPARENT),
    model("small", INLINE, OF_PHRASING),
    model("source", SOURCE, VOID),
    model("span", INLINE, OF_PHRASING),
    model("strong", INLINE, OF_PHRASING),
    model("style", METADATA | HEAD_LINKS, TEXT),
    model("sub", INLINE, OF_PHRASING),
    model("summary", SUMMARY, OF_PHRASING | HEADING | HGROUP),
    model("sup", INLINE, OF_PHRASING),
    model("svg", INLINE, ANYTHING),
    model("table", FLOW, CAPTION | COLGROUP | ROWS | ROW | SCRIPTING).never_in(IN_CAPTION),
    model("tbody", ROWS, ROW | SCRIPTING),
    model("td", CELL, OF_FLOW),
    model("template", INLINE | METADATA | SCRIPTING | TEMPLATE, ANYTHING),
    model("textarea", INLINE, TEXT).never_in(CANVAS),
    model("tfoot", ROWS, ROW | SCRIPTING),
    model("th", CELL, OF_FLOW).inside(TH),
    model("thead", ROWS, ROW | SCRIPTING),
    model("time", INLINE, SPECIAL | OF_PHRASING),
    model("title", METADATA, TEXT),
    model("tr", ROW, CELL | SCRIPTING),
    model("track", TRACK, VOID),
    model("u", INLINE, OF_PHRASING),
    model("ul", FLOW, ITEM | SCRIPTING),
    model("var", INLINE, OF_PHRASING),
    model("video", INLINE, TRANSPARENT | SOURCE | TRACK).inside(MEDIA).never_in(MEDIA),
    model("wbr", INLINE, VOID),
];

/// Custom elements (4.13.2): phrasing content, transparent.
pub static CUSTOM: Model = model("", INLINE, TRANSPARENT).may_be_around_main();

/// Elements that HTML has dropped: told as such, whatever they hold.
pub static OBSOLETE: Model = model("", ANYTHING, ANYTHING);

static INDEX: Index<512> = index!(MODELS, name);

/// All of them.
pub fn models() -> impl Iterator<Item = &'static Model> {
    MODELS.iter()
}

/// The model of an element that HTML has.
pub fn find(name: &str) -> Option<&'static Model> {
    Some(&MODELS[INDEX.find(name, |row| MODELS[row].name)?])
}

/// Whether a `link` may be in the body (4.2.4): it has `itemprop`, or all its link types are «body-ok» (4.6.7).
pub fn link_is_body_ok(itemprop: bool, rel: &str) -> bool {
    const BODY_OK: [&str; 8] = [
        "dns-prefetch",
        "modulepreload",
        "pingback",
        "preconnect",
        "prefetch",
        "preload",
        // Of the registry of link types; HTML had it until its speculation rules.
        "prerender",
        "stylesheet",
    ];
    let mut types = rel.split_ascii_whitespace().peekable();
    itemprop || (types.peek().is_some() && types.all(|t| is_keyword(t, &BODY_OK)))
}

/// Elements that may be the parent of a child of these kinds, other than the general ones: what to say of `li`, `td`... out of place.
pub fn parents(kinds: Kinds) -> impl Iterator<Item = &'static str> {
    let proper = kinds & !(FLOW | PHRASING | METADATA | SCRIPTING | HEAD_LINKS | TEXT);
    MODELS
        .iter()
        .filter(move |m| m.holds & proper != 0 && m.holds != ANYTHING)
        .map(|m| m.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{elements, testing::assert_sorted};

    #[test]
    fn every_living_element_has_a_model() {
        assert_sorted("MODELS", models().map(|m| m.name));
        for name in elements::names() {
            assert_eq!(find(name).is_some(), !elements::is_obsolete(name), "{name}");
        }
    }

    #[test]
    fn kinds_agree_with_the_index_of_elements() {
        for m in models() {
            let is = |kind| m.kinds & kind != 0;
            assert_eq!(is(FLOW), elements::is_flow(m.name), "{}", m.name);
            assert_eq!(is(PHRASING), elements::is_phrasing(m.name), "{}", m.name);
            assert_eq!(is(METADATA), elements::is_metadata(m.name), "{}", m.name);
            assert_eq!(m.holds == VOID, is_empty(m.name), "{}", m.name);
        }
    }

    fn is_empty(name: &str) -> bool {
        elements::is_void(name) || matches!(name, "iframe" | "selectedcontent")
    }

    /// What an element accepts in a place that accepts `around`.
    fn accepted(name: &str, around: Kinds, attributes: &[&str]) -> Kinds {
        let around = Place {
            accepts: around,
            inside: 0,
        };
        let has = |name: &str| attributes.contains(&name);
        find(name).unwrap().place(around, has).accepts
    }

    #[test]
    fn transparent_elements_take_the_model_around() {
        assert_eq!(accepted("ins", OF_PHRASING, &[]), OF_PHRASING);
        assert_eq!(accepted("ins", OF_FLOW | LEGEND, &[]), OF_FLOW);
        assert_eq!(accepted("video", OF_FLOW, &[]), OF_FLOW | SOURCE | TRACK);
        assert_eq!(accepted("noscript", METADATA, &[]), HEAD_LINKS);
    }

    #[test]
    fn a_div_groups_in_lists_and_selects() {
        let in_ = |name: &str| accepted("div", accepted(name, OF_FLOW, &[]), &[]);
        assert_eq!(in_("body"), OF_FLOW);
        assert_eq!(in_("dl"), GROUP);
        assert_eq!(in_("select"), IN_SELECT);
        assert_eq!(in_("optgroup"), IN_OPTGROUP);
        assert_eq!(in_("option"), IN_OPTION);
        assert_eq!(in_("datalist"), OF_FLOW);
    }

    #[test]
    fn attributes_change_the_model() {
        assert_eq!(accepted("time", OF_FLOW, &[]), TEXT);
        assert_eq!(accepted("time", OF_FLOW, &["datetime"]), OF_PHRASING);
        assert_eq!(accepted("option", IN_SELECT, &["label", "value"]), VOID);
        assert_eq!(accepted("colgroup", 0, &["span"]), VOID);
    }

    #[test]
    fn some_need_an_ancestor_and_some_shun_one() {
        let inside = |inside| Place {
            accepts: OF_FLOW,
            inside,
        };
        let area = find("area").unwrap();
        assert!(!inside(0).takes(area));
        assert!(inside(MAP).takes(area));
        let main = find("main").unwrap();
        assert!(inside(0).takes(main));
        assert!(!inside(find("article").unwrap().inside).takes(main));
        let form = find("form").unwrap();
        let named = |name: &str| name == "aria-label";
        assert!(form.place(inside(0), |_| false).takes(main));
        assert!(!form.place(inside(0), named).takes(main));
    }

    #[test]
    fn links_in_the_body() {
        assert!(link_is_body_ok(false, "stylesheet"));
        assert!(link_is_body_ok(false, "Preload prefetch"));
        assert!(!link_is_body_ok(false, "stylesheet icon"));
        assert!(!link_is_body_ok(false, ""));
        assert!(link_is_body_ok(true, "icon"));
    }

    #[test]
    fn proper_parents() {
        let of = |name| parents(find(name).unwrap().kinds).collect::<Vec<_>>();
        assert_eq!(of("li"), ["menu", "ol", "ul"]);
        assert_eq!(of("legend"), ["fieldset", "optgroup"]);
        assert!(of("span").is_empty());
    }
}
