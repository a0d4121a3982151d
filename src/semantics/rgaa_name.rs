//! Names in the order the RGAA glossary gives for each kind of object.

use std::borrow::Cow;

use super::name::NONE;
use super::namer::Namer;
use super::native::{self, InputType};
use super::{Name, NameSource, Semantics};
use crate::dom::{Element, Namespace};
use NameSource::{Alt, AriaLabel, AriaLabelledby, Content, Label, SvgTitle, Title, Value};

/// «Alternative textuelle (image)»: `img`, `input type=image`.
const IMAGE: &[NameSource] = &[AriaLabelledby, AriaLabel, Alt, Title];
/// The same: `area`.
const AREA: &[NameSource] = &[AriaLabel, Alt];
/// The same: `object`, `embed`.
const OBJECT: &[NameSource] = &[AriaLabelledby, AriaLabel, Title];
/// The same: `canvas`, any element of role `img`.
const DRAWING: &[NameSource] = &[AriaLabelledby, AriaLabel];
/// The same: `svg`, whose `title` child the methodology of test 1.1.5 adds.
const SVG: &[NameSource] = &[AriaLabelledby, AriaLabel, SvgTitle];
/// «Intitulé (ou nom accessible) de lien».
const LINK: &[NameSource] = &[AriaLabelledby, AriaLabel, Content, Title];
/// «Lien SVG».
const SVG_LINK: &[NameSource] = &[AriaLabelledby, AriaLabel, SvgTitle, Title, Content];
/// «Bouton (formulaire)».
const BUTTON: &[NameSource] = &[AriaLabelledby, AriaLabel, Value, Content, Title];
/// «Étiquette de champ de formulaire».
const FIELD: &[NameSource] = &[AriaLabelledby, AriaLabel, Label, Title];
/// «Titre de cadre».
const FRAME: &[NameSource] = &[Title];

impl<'a> Semantics<'a> {
    /// The name in the RGAA's own order for this kind of object: images, areas, links, buttons, native fields, frames. For anything else it
    /// is the accessible name. A blank source gives way to the next, and images inside a link or a button are read by their own
    /// order, `title` included.
    pub fn rgaa_name(&self, element: Element<'a>) -> Name<'a> {
        match self.rgaa_order(element) {
            Some(order) => order
                .iter()
                .find_map(|source| self.name_by(element, *source))
                .unwrap_or(NONE),
            None => self.name(element).clone(),
        }
    }

    /// [`Semantics::content`], with images read in the RGAA's order.
    pub fn rgaa_content(&self, element: Element<'a>) -> Cow<'a, str> {
        let name = Namer::new(self, element).with_titles_of_images().content();
        name.map_or(Cow::Borrowed(""), |name| name.text)
    }

    fn rgaa_order(&self, e: Element<'a>) -> Option<&'static [NameSource]> {
        let role = self.role(e);
        Some(match (e.namespace(), e.name()) {
            (Namespace::Html, "img") => IMAGE,
            (Namespace::Html, "area") => AREA,
            (Namespace::Html, "object" | "embed") => OBJECT,
            (Namespace::Html, "canvas") => DRAWING,
            (Namespace::Html, "iframe" | "frame") => FRAME,
            (Namespace::Html, "input") => match InputType::of(e) {
                InputType::Hidden => return None,
                InputType::Image => IMAGE,
                kind if kind.is_button() => BUTTON,
                _ => FIELD,
            },
            (Namespace::Html, "select" | "textarea" | "meter" | "progress" | "output") => FIELD,
            (Namespace::Svg, "svg") => SVG,
            (Namespace::Svg, "a") => SVG_LINK,
            _ if role == Some("link") => LINK,
            _ if role == Some("button") => BUTTON,
            _ if role == Some("img") => DRAWING,
            _ => return None,
        })
    }

    fn name_by(&self, e: Element<'a>, source: NameSource) -> Option<Name<'a>> {
        let namer = || Namer::new(self, e).with_titles_of_images();
        match source {
            AriaLabelledby => namer().references("aria-labelledby", source),
            AriaLabel => Name::of(e.attr("aria-label"), source),
            Title if !e.is_html() => Name::of(native::text(e).map(|t| t.text), source),
            Title => Name::of(e.attr("title"), source),
            Alt => Name::of(e.attr("alt"), source),
            Value => Name::of(e.attr("value").filter(|_| e.is("input")), source),
            Content => namer().content(),
            Label | SvgTitle => {
                let (elements, found) = native::elements(self, e);
                let wanted = found == source;
                wanted
                    .then(|| namer().elements(&elements, source))
                    .flatten()
            }
            _ => None,
        }
    }
}
