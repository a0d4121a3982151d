//! Links as the RGAA glossary knows them («Lien», «Intitulé de lien»), for the checks of this folder.

use crate::dom::{Element, Namespace, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::{NameSource, NotRendered, Semantics, Visibility, is_blank};

/// What a link is made of (glossary «Lien texte», «Lien image», «Lien composite», «Lien SVG»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Image,
    Composite,
    Svg,
}

impl Kind {
    /// The kind of link: whether it holds images, and text besides.
    pub fn of<'p>(link: Element<'p>, semantics: &'p Semantics<'p>) -> Kind {
        if link.namespace() == Namespace::Svg {
            Kind::Svg
        } else if image_in(link, semantics).is_none() {
            Kind::Text
        } else if is_blank(&semantics.text(link)) {
            Kind::Image
        } else {
            Kind::Composite
        }
    }

    /// The test of criterion 6.1 that judges links of this kind.
    pub const fn test(self) -> TestId {
        match self {
            Kind::Text => test(6, 1, 1),
            Kind::Image => test(6, 1, 2),
            Kind::Composite => test(6, 1, 3),
            Kind::Svg => test(6, 1, 4),
        }
    }
}

/// The role of links, and those made from it (DPUB-ARIA 1.1): calls of notes and ways back from them are links as well.
pub const LINK_ROLES: &[&str] = &[
    "link",
    "doc-backlink",
    "doc-biblioref",
    "doc-glossref",
    "doc-noteref",
];

/// Whether an element of role `link` is a link of criteria 6.1 and 6.2: zones of image maps have tests of their own (1.1.2).
pub fn is_link(element: Element<'_>) -> bool {
    !element.is("area")
}

/// Whether neither assistive technologies nor the keyboard get the element, though it is on screen.
pub fn is_for_pointers_only<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    !semantics.is_exposed(e) && semantics.is_rendered(e) && !semantics.is_tabbable(e)
}

/// Whether assistive technologies get words from between the tags.
pub fn has_words<'p>(link: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let name = semantics.name(link);
    name.source == NameSource::GivenUp
        || name.source == NameSource::Content && !name.is_blank()
        || !is_blank(&semantics.rgaa_content(link))
}

/// The first image inside that assistive technologies get.
pub fn image_in<'p>(link: Element<'p>, semantics: &'p Semantics<'p>) -> Option<Element<'p>> {
    link.descendants()
        .find(|e| is_image(*e) && semantics.is_exposed(*e))
}

/// Something inside that fills itself when the page runs: a custom element, an embedded page, a control.
pub fn opaque_in<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> Option<Element<'p>> {
    let opaque = |e: &Element<'_>| {
        e.is_html()
            && (e.name().contains('-')
                || e.is_any(&[
                    "audio", "button", "iframe", "input", "select", "slot", "textarea", "video",
                ]))
    };
    e.descendants()
        .find(|e| opaque(e) && semantics.is_exposed(*e))
}

/// Whether the element holds words that are not shown as the page stands, and that a script of the page may show.
pub fn may_reveal_words<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    semantics.has_active_script()
        && e.descendant_nodes().filter_map(NodeRef::as_text).any(|t| {
            !t.is_blank()
                && t.parent().is_some_and(|p| {
                    matches!(
                        semantics.visibility(p),
                        Visibility::NotRendered(
                            NotRendered::Hidden
                                | NotRendered::DisplayNone
                                | NotRendered::VisibilityHidden
                        )
                    )
                })
        })
}

/// The images that make a link an image link (glossary «Lien image»).
fn is_image(e: Element<'_>) -> bool {
    match e.namespace() {
        Namespace::Svg => e.name() == "svg",
        Namespace::MathMl => false,
        Namespace::Html => {
            e.is_any(&["img", "object", "canvas", "embed"])
                || e.has_attr("role") && (e.attr_is("role", "img") || e.attr_is("role", "image"))
        }
    }
}
