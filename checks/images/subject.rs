//! What the checks on images share: the kinds the RGAA tells apart, and where an image stands.

use crate::check::{Context, DeclaredImage};
use crate::dom::{Element, Namespace, NodeRef};
use crate::semantics::{NameSource, Semantics, Visibility};
use crate::spec::media::{self, Family};

/// The kinds of images that criteria 1.1 to 1.9 have one test each for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `img`.
    Img,
    /// Any other element with `role="img"`.
    RoleImg,
    /// `area`.
    Area,
    /// `input type=image`.
    Button,
    /// `object type=image/…`.
    Object,
    /// `embed type=image/…`.
    Embed,
    /// `svg` in HTML; those inside another `svg` are parts of it.
    Svg,
    /// `canvas`.
    Canvas,
}

/// The elements that are or may be images.
pub const ELEMENTS: &[&str] = &["img", "area", "input", "object", "embed", "svg", "canvas"];

/// The kind of an element of [`ELEMENTS`]; never [`Kind::RoleImg`].
pub fn kind(e: Element<'_>) -> Option<Kind> {
    if e.namespace() == Namespace::Svg {
        let outermost = e.parent().is_none_or(|p| p.namespace() != Namespace::Svg);
        return (e.name() == "svg" && outermost && draws(e)).then_some(Kind::Svg);
    }
    if !e.is_html() {
        return None;
    }
    match e.name() {
        "img" => Some(Kind::Img),
        "area" => Some(Kind::Area),
        "canvas" => Some(Kind::Canvas),
        "input" => e.attr_is("type", "image").then_some(Kind::Button),
        "object" => is_image_type(e).then_some(Kind::Object),
        "embed" => is_image_type(e).then_some(Kind::Embed),
        _ => None,
    }
}

fn is_image_type(e: Element<'_>) -> bool {
    let kind = e.attr("type").unwrap_or("").trim_ascii();
    kind.get(..6)
        .is_some_and(|start| start.eq_ignore_ascii_case("image/"))
}

/// Whether an `object` or `embed` that does not say its type shows an image file.
pub fn holds_image(e: Element<'_>) -> bool {
    let address = e.attr("data").or(e.attr("src"));
    !e.has_attr("type") && address.and_then(media::family_of) == Some(Family::Image)
}

/// Whether an element with a `role` attribute is an image by that role only.
pub fn is_image_by_role<'a>(e: Element<'a>, semantics: &Semantics<'a>) -> bool {
    let own_test = e.is_any(ELEMENTS) || e.namespace() == Namespace::Svg && e.name() == "svg";
    !own_test && is_role_img(e, semantics)
}

/// Whether the element has `role="img"`, or its synonym `image`.
pub fn is_role_img<'a>(e: Element<'a>, semantics: &Semantics<'a>) -> bool {
    matches!(semantics.explicit_role(e), Some("img" | "image"))
}

/// Whether an `svg` shows anything: not one that only defines symbols, filters or styles for others, nor one without a size.
fn draws(svg: Element<'_>) -> bool {
    const DEFINES: [&str; 10] = [
        "defs",
        "symbol",
        "style",
        "script",
        "title",
        "desc",
        "metadata",
        "filter",
        "linearGradient",
        "clipPath",
    ];
    let no_size = |name| matches!(svg.attr(name).map(str::trim_ascii), Some("0" | "0px"));
    !(no_size("width") || no_size("height"))
        && svg.child_elements().any(|e| !DEFINES.contains(&e.name()))
}

/// Whether the user declared that the image decorates.
pub fn is_decorative(e: Element<'_>, cx: &Context<'_>) -> bool {
    cx.options().elements.image(e) == Some(DeclaredImage::Decorative)
}

/// Whether the user declared that the image informs.
pub fn is_informative(e: Element<'_>, cx: &Context<'_>) -> bool {
    cx.options().elements.image(e) == Some(DeclaredImage::Informative)
}

/// How far the image is given to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// On screen and to assistive technologies.
    All,
    /// `aria-hidden` keeps it, or what is around it, from assistive technologies.
    AriaHidden,
    /// Not rendered as the page stands.
    Nobody,
}

/// See [`Reach`].
pub fn reach<'a>(e: Element<'a>, semantics: &Semantics<'a>) -> Reach {
    match semantics.visibility(e) {
        Visibility::Shown | Visibility::Unknown => Reach::All,
        Visibility::AriaHidden => Reach::AriaHidden,
        Visibility::NotRendered(_) => Reach::Nobody,
    }
}

/// What gives the image its alternative, in the order of the glossary «Alternative textuelle (image)».
pub fn source<'a>(e: Element<'a>, semantics: &Semantics<'a>) -> NameSource {
    semantics.rgaa_name(e).source
}

/// Whether the element itself, not something around it, is hidden from assistive technologies by `aria-hidden`.
pub fn hides_itself(e: Element<'_>) -> bool {
    e.attr_is("aria-hidden", "true")
}

/// What else a link or a button around an image holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// No link or button around it, or one with text too.
    Other,
    /// It is all that the link or button holds: its alternative is judged as the name of that (glossary «Image porteuse d’information»).
    Alone,
    /// The link or button holds several images and nothing else, or too much to tell.
    Images,
}

/// Roles of controls that are named by what they hold.
const CONTROLS: [&str; 11] = [
    "button",
    "checkbox",
    "link",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "switch",
    "tab",
    "treeitem",
];

/// Nodes looked at inside a control or a figure.
const MAX_LOOKED_AT: usize = 200;

/// See [`Company`].
pub fn company<'a>(image: Element<'a>, semantics: &Semantics<'a>) -> Company {
    let is_control = |e: &Element<'a>| {
        e.is_any(&["a", "button"])
            || e.has_attr("role")
                && semantics
                    .role(*e)
                    .is_some_and(|role| CONTROLS.contains(&role))
    };
    let Some(control) = image.ancestors().find(is_control) else {
        return Company::Other;
    };
    let mut images = 0;
    for node in looked_at(control, |e| is_leaf(e, image)) {
        match node {
            None => return Company::Images,
            Some(NodeRef::Element(e)) => {
                let drawn = e == image
                    || e.is_any(&["img", "svg", "canvas", "object", "embed"])
                    || e.namespace() == Namespace::Svg;
                images += usize::from(drawn);
            }
            Some(NodeRef::Text(t)) if !crate::semantics::is_blank(t.text()) => {
                return Company::Other;
            }
            _ => {}
        }
    }
    if images > 1 {
        Company::Images
    } else {
        Company::Alone
    }
}

/// Whether what is inside the element says nothing of the company of an image.
fn is_leaf(e: Element<'_>, image: Element<'_>) -> bool {
    e == image
        || e.namespace() == Namespace::Svg
        || e.is_any(&[
            "img", "canvas", "object", "embed", "style", "script", "template",
        ])
}

/// The nodes inside an element, without what is inside those `skipped`; ends with `None` when there are too many.
fn looked_at<'a>(
    inside: Element<'a>,
    skipped: impl Fn(Element<'a>) -> bool,
) -> impl Iterator<Item = Option<NodeRef<'a>>> {
    let (mut next, end) = (inside.id() + 1, inside.subtree_end());
    let mut left = MAX_LOOKED_AT;
    std::iter::from_fn(move || {
        if next >= end {
            return None;
        }
        let Some(fewer) = left.checked_sub(1) else {
            next = end;
            return Some(None);
        };
        left = fewer;
        let node = inside.document().node(next);
        next = match node {
            NodeRef::Element(e) if skipped(e) => e.subtree_end(),
            _ => next + 1,
        };
        Some(Some(node))
    })
}

/// The caption of an image that is all its `figure` holds besides a `figcaption` (glossary «Légende d’image»). A figure of several images,
/// of code, of a table has a caption that is not the image's own.
pub fn caption(image: Element<'_>) -> Option<Element<'_>> {
    let figure = image.closest(&["figure"])?;
    let mut children = figure.child_elements().take(MAX_LOOKED_AT);
    let caption = children.find(|e| e.is("figcaption"))?;
    if caption.contains(image) || caption.text_is_blank() {
        return None;
    }
    let skipped =
        |e: Element<'_>| e == image || e == caption || e.is_any(&["source", "script", "style"]);
    for node in looked_at(figure, skipped) {
        match node {
            None => return None,
            Some(NodeRef::Element(e)) if !skipped(e) && !e.contains(image) => return None,
            Some(NodeRef::Text(t)) if !t.is_blank() => return None,
            _ => {}
        }
    }
    Some(caption)
}

/// Whether something around the image speaks for it: an element of role `img`, whose content is not exposed (glossary «Alternative
/// textuelle (image)», note 2).
pub fn is_part_of_image<'a>(image: Element<'a>, semantics: &Semantics<'a>) -> bool {
    image
        .ancestors()
        .any(|e| e.has_attr("role") && semantics.role(e) == Some("img"))
}

/// The first element a figure holds that `wanted` takes, among the nodes looked at.
pub fn first_in_figure<'a, T>(
    figure: Element<'a>,
    wanted: impl Fn(Element<'a>) -> Option<T>,
) -> Option<T> {
    looked_at(figure, |e| e.is("figcaption"))
        .flatten()
        .filter_map(NodeRef::as_element)
        .find_map(wanted)
}
