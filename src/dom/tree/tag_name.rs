//! The names of elements that tree construction knows, and what it knows of each (HTML Standard, 13.2.4 and 13.2.6).

use web_atoms::{LocalName, local_name};

use crate::dom::element::Namespace;

/// Facts about a name, as bits.
pub(in crate::dom) type Facts = u16;

/// «Special» (13.2.4.2).
pub(super) const SPECIAL: Facts = 1;
/// «Formatting» (13.2.4.2).
pub(super) const FORMATTING: Facts = 1 << 1;
/// Its end tag may be generated (13.2.6.3).
pub(super) const IMPLIED: Facts = 1 << 2;
/// Its end tag may be generated «thoroughly» (13.2.6.3).
pub(super) const THOROUGH: Facts = 1 << 3;
/// Ends the default scope (13.2.4.2).
pub(super) const SCOPE: Facts = 1 << 4;
/// Ends the list item scope beside.
pub(super) const LIST: Facts = 1 << 5;
/// Ends the button scope beside.
pub(super) const BUTTON: Facts = 1 << 6;
/// Ends the table scope.
pub(super) const TABLE: Facts = 1 << 7;
/// `h1` to `h6`.
pub(super) const HEADING: Facts = 1 << 8;
/// What is in it, and is not table content, goes before the table (13.2.6.1).
pub(super) const FOSTERS: Facts = 1 << 9;
/// `tbody`, `tfoot`, `thead`.
pub(super) const ROWS: Facts = 1 << 10;
/// Not HTML.
pub(super) const FOREIGN: Facts = 1 << 11;
/// «MathML text integration point» or «HTML integration point».
pub(super) const INTEGRATION: Facts = 1 << 12;
/// As a start tag, ends foreign content (13.2.6.5).
pub(super) const BREAKS_OUT: Facts = 1 << 13;
/// Its start tag is processed by the rules for «in head» wherever it is.
pub(super) const METADATA: Facts = 1 << 14;
/// Its start tag closes a `p`, and its end tag what is open in it, with no other rule (13.2.6.4.7).
pub(super) const BLOCK: Facts = 1 << 15;

macro_rules! tag_names {
    ($($variant:ident $name:literal $facts:expr,)*) => {
        /// An element's name, where tree construction has a rule for it. The last ones stand for all names that it treats alike.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(in crate::dom) enum TagName {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        const ALL: &[TagName] = &[$(TagName::$variant,)*];
        const NAMES: &[&str] = &[$($name,)*];
        const FACTS: [Facts; TagName::COUNT] = [$($facts,)*];
    };
}

// In alphabetical order, up to those that are no names.
tag_names! {
    A "a" FORMATTING,
    Address "address" SPECIAL | BLOCK,
    Applet "applet" SPECIAL | SCOPE,
    Area "area" SPECIAL,
    Article "article" SPECIAL | BLOCK,
    Aside "aside" SPECIAL | BLOCK,
    B "b" FORMATTING | BREAKS_OUT,
    Base "base" SPECIAL | METADATA,
    Basefont "basefont" SPECIAL | METADATA,
    Bgsound "bgsound" SPECIAL | METADATA,
    Big "big" FORMATTING | BREAKS_OUT,
    Blockquote "blockquote" SPECIAL | BREAKS_OUT | BLOCK,
    Body "body" SPECIAL | BREAKS_OUT,
    Br "br" SPECIAL | BREAKS_OUT,
    Button "button" SPECIAL | BUTTON,
    Caption "caption" SPECIAL | SCOPE | THOROUGH,
    Center "center" SPECIAL | BREAKS_OUT | BLOCK,
    Code "code" FORMATTING | BREAKS_OUT,
    Col "col" SPECIAL,
    Colgroup "colgroup" SPECIAL | THOROUGH,
    Dd "dd" SPECIAL | IMPLIED | THOROUGH | BREAKS_OUT,
    Details "details" SPECIAL | BLOCK,
    Dialog "dialog" BLOCK,
    Dir "dir" SPECIAL | BLOCK,
    Div "div" SPECIAL | BREAKS_OUT | BLOCK,
    Dl "dl" SPECIAL | BREAKS_OUT | BLOCK,
    Dt "dt" SPECIAL | IMPLIED | THOROUGH | BREAKS_OUT,
    Em "em" FORMATTING | BREAKS_OUT,
    Embed "embed" SPECIAL | BREAKS_OUT,
    Fieldset "fieldset" SPECIAL | BLOCK,
    Figcaption "figcaption" SPECIAL | BLOCK,
    Figure "figure" SPECIAL | BLOCK,
    Font "font" FORMATTING,
    Footer "footer" SPECIAL | BLOCK,
    Form "form" SPECIAL,
    Frame "frame" SPECIAL,
    Frameset "frameset" SPECIAL,
    H1 "h1" SPECIAL | HEADING | BREAKS_OUT,
    H2 "h2" SPECIAL | HEADING | BREAKS_OUT,
    H3 "h3" SPECIAL | HEADING | BREAKS_OUT,
    H4 "h4" SPECIAL | HEADING | BREAKS_OUT,
    H5 "h5" SPECIAL | HEADING | BREAKS_OUT,
    H6 "h6" SPECIAL | HEADING | BREAKS_OUT,
    Head "head" SPECIAL | BREAKS_OUT,
    Header "header" SPECIAL | BLOCK,
    Hgroup "hgroup" SPECIAL | BLOCK,
    Hr "hr" SPECIAL | BREAKS_OUT,
    Html "html" SPECIAL | SCOPE | TABLE,
    I "i" FORMATTING | BREAKS_OUT,
    Iframe "iframe" SPECIAL,
    Image "image" 0,
    Img "img" SPECIAL | BREAKS_OUT,
    Input "input" SPECIAL,
    Keygen "keygen" SPECIAL,
    Li "li" SPECIAL | IMPLIED | THOROUGH | BREAKS_OUT,
    Link "link" SPECIAL | METADATA,
    Listing "listing" SPECIAL | BREAKS_OUT,
    Main "main" SPECIAL | BLOCK,
    Malignmark "malignmark" 0,
    Marquee "marquee" SPECIAL | SCOPE,
    Math "math" 0,
    Menu "menu" SPECIAL | BREAKS_OUT | BLOCK,
    Meta "meta" SPECIAL | BREAKS_OUT | METADATA,
    Mglyph "mglyph" 0,
    Nav "nav" SPECIAL | BLOCK,
    Nobr "nobr" FORMATTING | BREAKS_OUT,
    Noembed "noembed" SPECIAL,
    Noframes "noframes" SPECIAL | METADATA,
    Noscript "noscript" SPECIAL,
    Object "object" SPECIAL | SCOPE,
    Ol "ol" SPECIAL | LIST | BREAKS_OUT | BLOCK,
    Optgroup "optgroup" IMPLIED | THOROUGH,
    Option "option" IMPLIED | THOROUGH,
    P "p" SPECIAL | IMPLIED | THOROUGH | BREAKS_OUT,
    Param "param" SPECIAL,
    Plaintext "plaintext" SPECIAL,
    Pre "pre" SPECIAL | BREAKS_OUT,
    Rb "rb" IMPLIED | THOROUGH,
    Rp "rp" IMPLIED | THOROUGH,
    Rt "rt" IMPLIED | THOROUGH,
    Rtc "rtc" IMPLIED | THOROUGH,
    Ruby "ruby" BREAKS_OUT,
    S "s" FORMATTING | BREAKS_OUT,
    Script "script" SPECIAL | METADATA,
    Search "search" SPECIAL | BLOCK,
    Section "section" SPECIAL | BLOCK,
    Select "select" SPECIAL | SCOPE,
    Small "small" FORMATTING | BREAKS_OUT,
    Source "source" SPECIAL,
    Span "span" BREAKS_OUT,
    Strike "strike" FORMATTING | BREAKS_OUT,
    Strong "strong" FORMATTING | BREAKS_OUT,
    Style "style" SPECIAL | METADATA,
    Sub "sub" BREAKS_OUT,
    Summary "summary" SPECIAL | BLOCK,
    Sup "sup" BREAKS_OUT,
    Svg "svg" 0,
    Table "table" SPECIAL | SCOPE | TABLE | FOSTERS | BREAKS_OUT,
    Tbody "tbody" SPECIAL | THOROUGH | FOSTERS | ROWS,
    Td "td" SPECIAL | SCOPE | THOROUGH,
    Template "template" SPECIAL | SCOPE | TABLE | METADATA,
    Textarea "textarea" SPECIAL,
    Tfoot "tfoot" SPECIAL | THOROUGH | FOSTERS | ROWS,
    Th "th" SPECIAL | SCOPE | THOROUGH,
    Thead "thead" SPECIAL | THOROUGH | FOSTERS | ROWS,
    Title "title" SPECIAL | METADATA,
    Tr "tr" SPECIAL | THOROUGH | FOSTERS,
    Track "track" SPECIAL,
    Tt "tt" FORMATTING | BREAKS_OUT,
    U "u" FORMATTING | BREAKS_OUT,
    Ul "ul" SPECIAL | LIST | BREAKS_OUT | BLOCK,
    Var "var" BREAKS_OUT,
    Wbr "wbr" SPECIAL,
    Xmp "xmp" SPECIAL,
    Other "any other HTML element" 0,
    SvgHtml "SVG's foreignObject, desc, title" FOREIGN | SPECIAL | SCOPE | INTEGRATION,
    SvgOther "any other SVG element" FOREIGN,
    MathText "MathML's mi, mo, mn, ms, mtext" FOREIGN | SPECIAL | SCOPE | INTEGRATION,
    AnnotationXml "MathML's annotation-xml" FOREIGN | SPECIAL | SCOPE,
    AnnotationHtml "MathML's annotation-xml that holds HTML" FOREIGN | SPECIAL | SCOPE | INTEGRATION,
    MathOther "any other MathML element" FOREIGN,
}

impl TagName {
    /// How many there are.
    pub const COUNT: usize = TagName::MathOther as usize + 1;

    /// Of a tag, whose name is in lower case.
    pub fn of(name: &str) -> TagName {
        let names = &NAMES[..TagName::Other as usize];
        names
            .binary_search(&name)
            .map_or(TagName::Other, |at| ALL[at])
    }

    /// Of an element that is in this namespace, its name written as that namespace has it.
    pub fn in_namespace(ns: Namespace, local: &LocalName) -> TagName {
        match (ns, local) {
            (Namespace::Html, _) => TagName::of(local),
            (
                Namespace::Svg,
                &local_name!("foreignObject") | &local_name!("desc") | &local_name!("title"),
            ) => TagName::SvgHtml,
            (Namespace::Svg, _) => TagName::SvgOther,
            (
                Namespace::MathMl,
                &local_name!("mi")
                | &local_name!("mo")
                | &local_name!("mn")
                | &local_name!("ms")
                | &local_name!("mtext"),
            ) => TagName::MathText,
            (Namespace::MathMl, &local_name!("annotation-xml")) => TagName::AnnotationXml,
            (Namespace::MathMl, _) => TagName::MathOther,
        }
    }

    /// The name, of those that have one.
    pub fn local(self) -> LocalName {
        LocalName::from(NAMES[self as usize])
    }

    /// Whether one of these facts holds.
    #[inline(always)]
    pub fn is(self, facts: Facts) -> bool {
        FACTS[self as usize] & facts != 0
    }

    /// «Formatting» (13.2.4.2).
    pub fn is_formatting(self) -> bool {
        self.is(FORMATTING)
    }

    /// `h1` to `h6`.
    pub fn is_heading(self) -> bool {
        self.is(HEADING)
    }

    /// Whether its end tag must be written (13.1.2.4): void elements, which are never open, aside. Nothing can end a `plaintext`.
    pub fn needs_end_tag(self) -> bool {
        use TagName::{Body, Head, Html, Plaintext};
        !self.is(THOROUGH) && !matches!(self, Html | Head | Body | Plaintext)
    }

    /// A table, or one of its parts that hold no text.
    pub fn is_table_part(self) -> bool {
        self.is(FOSTERS)
    }

    /// `td` or `th`.
    pub fn is_cell(self) -> bool {
        matches!(self, TagName::Td | TagName::Th)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        for (at, name) in NAMES.iter().enumerate() {
            let expected = ALL[at.min(TagName::Other as usize)];
            assert_eq!(TagName::of(name), expected, "{name}");
        }
        assert_eq!(TagName::of("x-card"), TagName::Other);
        assert_eq!(TagName::of(""), TagName::Other);
    }
}
