//! A `title` that says exactly what the link says.
//!
//! No RGAA test forbids it, so there is no proof; but it tells nobody anything (WHATWG HTML 3.2.6.1: `title` is for advice beyond the
//! content), and some screen readers say both. One finding for the page. Where a style sheet may show an icon in the place of the words,
//! the title may be all that people who see the page get: a question.

use super::link::{LINK_ROLES, is_link};
use crate::check::{Check, Context, Interest, Level, Meta};
use crate::dom::Element;
use crate::semantics::{is_blank, same_words};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LinkTitleRedundant;

struct LinkTitleRedundant;

static META: Meta = Meta {
    id: "link-title-redundant",
    level: Level::Note,
    title: text(
        "title de lien identique à son texte",
        "Link title that only repeats the link's text",
    ),
    why: text(
        "Il n’apprend rien à personne, et certains lecteurs d’écran disent alors deux fois la même chose.",
        "It tells nobody anything, and some screen readers then say the same thing twice.",
    ),
    fix: text("Supprimer l’attribut title.", "Remove the title attribute."),
    interest: &[Interest::Roles(LINK_ROLES)],
    fail: &["<a href=/plan title='Plan du site'>Plan du site</a>"],
    review: &[
        "<link rel=stylesheet href=s.css><a class=icone href=/plan title='Plan du site'>Plan du site</a>",
    ],
    pass: &["<a href=/plan title='Plan du site (PDF)'>Plan du site</a>"],
    na: &["<a href=/plan>Plan du site</a>"],
    ..Meta::NEW
};

const SAME: Text = text(
    "le title « {title} » répète le texte du lien : il est inutile",
    "the title \"{title}\" repeats the link's text: it is of no use",
);

const ICON: Text = text(
    "le title « {title} » répète le texte du lien : ce texte est-il à l’écran ? Alors le title est inutile",
    "the title \"{title}\" repeats the link's text: is that text on screen? Then the title is of no use",
);
const ALSO_ICON: Text = text("et ici ?", "and here?");
const ALSO: Text = text("inutile ici aussi", "of no use here either");

impl Check for LinkTitleRedundant {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let Some(attr) = link.attribute("title") else {
            return;
        };
        let semantics = cx.semantics();
        if is_blank(attr.value()) || !is_link(link) || !semantics.is_exposed(link) {
            return;
        }
        if same_words(attr.value(), &semantics.rgaa_content(link)) {
            // What shows an icon in the place of its words shows them to the mouse in its title.
            let draft = match semantics.visible_label(link).is_on_screen() {
                true => cx.fail_together((link, attr), &SAME, "", &ALSO),
                false => cx.review_together((link, attr), &ICON, "", &ALSO_ICON),
            };
            if let Some(draft) = draft {
                draft.arg("title", attr.value());
            }
        } else {
            cx.pass();
        }
    }
}
