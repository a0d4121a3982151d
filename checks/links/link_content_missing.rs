//! RGAA 6.2.1: a link named by an attribute, with nothing between its tags.
//!
//! The test asks for a name «between `<a>` and `</a>`», and glossary «Intitulé de lien», note 4, says that a link without any content
//! does not conform, whatever names it: what shows comes from the style sheet alone, and vanishes with it. So strictly no content is a
//! failure, though assistive technologies get a name; it has an id of its own because tools for WCAG accept it. Content without words
//! (an icon) under an attribute that names the link is a question: the glossary's order of names accepts it, the test's letter does not.
//! A link in an `svg` that nothing names is told here too, out of ACT c487ae, which is about HTML elements.

use super::link::{LINK_ROLES, has_words, is_for_pointers_only, is_link, opaque_in};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::{NameSource, is_blank};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LinkContentMissing;

struct LinkContentMissing;

static META: Meta = Meta {
    id: "link-content-missing",
    level: Level::Warning,
    title: text(
        "Lien sans contenu, nommé par un attribut",
        "Link without content, named by an attribute",
    ),
    why: text(
        "Sans la feuille de style, rien ne s’affiche : le lien disparaît pour qui personnalise les styles. Le RGAA demande un intitulé entre <a> et </a>.",
        "Without the style sheet nothing shows: the link disappears for people who set their own styles. The RGAA asks for a name between <a> and </a>.",
    ),
    fix: text(
        "Écrire l’intitulé dans le lien, au besoin dans un élément masqué visuellement seulement, plutôt que dans un attribut.",
        "Write the name inside the link, if need be in an element that is hidden visually only, rather than in an attribute.",
    ),
    proofs: &[Proof::decides(&[test(6, 2, 1)])],
    interest: &[Interest::Roles(LINK_ROLES)],
    fail: &[
        "<svg><a href=/rss><path d=M0,0h9/></a></svg>",
        "<a href=/rss aria-label='Flux RSS'></a>",
        "<a class=rss href=/rss title='Flux RSS'> </a>",
    ],
    review: &["<a href=/rss aria-label='Flux RSS'><svg aria-hidden=true></svg></a>"],
    pass: &["<a href=/rss>Flux RSS</a>"],
    na: &["<a id=haut title='Haut de page'></a>"],
    ..Meta::NEW
};

const EMPTY: Text = text(
    "il n’y a rien entre les balises de ce lien : {attribute}=\"{name}\" ne remplace pas un contenu",
    "there is nothing between the tags of this link: {attribute}=\"{name}\" does not replace content",
);
const ICON: Text = text(
    "le contenu de ce lien ne donne aucun texte ; son intitulé, « {name} », vient du seul attribut {attribute} : est-ce accepté ici ?",
    "the content of this link gives no text; its name \"{name}\" only comes from {attribute}: is that accepted here?",
);
const DRAWN: Text = text(
    "ce lien dans un dessin n’a pas d’intitulé : ni <text>, ni <title>, ni aria-label",
    "this link in a drawing has no name: no <text>, no <title>, no aria-label",
);

impl Check for LinkContentMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !is_link(link) || is_for_pointers_only(link, semantics) {
            return;
        }
        if has_words(link, semantics) {
            return cx.pass();
        }
        if opaque_in(link, semantics).is_some() {
            return;
        }
        let name = semantics.name(link);
        let attribute = match name.source {
            NameSource::AriaLabelledby => "aria-labelledby",
            NameSource::AriaLabel => "aria-label",
            NameSource::Title => "title",
            NameSource::None if !link.is_html() => {
                cx.fail_if_rendered(link, link, &DRAWN);
                return;
            }
            _ => return,
        };
        let bare = link.child_elements().next().is_none() && is_blank(&link.text_content());
        let target = (
            link,
            link.attribute(attribute).map_or(link.place(), |a| a.span()),
        );
        let draft = if bare && semantics.is_exposed(link) {
            cx.fail(target, &EMPTY)
        } else if bare {
            cx.review(target, &EMPTY)
        } else {
            cx.review(target, &ICON)
        };
        draft.arg("attribute", attribute).arg("name", &name.text);
    }
}
