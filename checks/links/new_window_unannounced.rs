//! Links that open a new window (`target="_blank"`) and do not say so.
//!
//! No test of the RGAA forbids it: 13.2.1 is about windows that open without anything being asked. It is a courtesy that WCAG advises
//! (G201), hence a question, one for the page. A link says so when its name, its `title` or its description has a word for it.

use super::link::is_link;
use crate::check::{Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::semantics::Semantics;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &NewWindowUnannounced;

struct NewWindowUnannounced;

static META: Meta = Meta {
    id: "new-window-unannounced",
    title: text(
        "Ouverture d’une nouvelle fenêtre non annoncée",
        "New window opened without notice",
    ),
    why: text(
        "Qui ne voit pas l’écran, ou le voit très agrandi, ne comprend pas pourquoi le bouton Précédent ne fonctionne plus.",
        "People who do not see the screen, or see it much enlarged, cannot tell why the Back button no longer works.",
    ),
    fix: text(
        "Retirer target=\"_blank\", ou ajouter « nouvelle fenêtre » au texte du lien ou à la fin de son title.",
        "Remove target=\"_blank\", or add \"new window\" to the link's text or at the end of its title.",
    ),
    interest: &[Interest::Attributes(&["target"])],
    review: &["<a href=https://exemple.fr target=_blank>Préfecture</a>"],
    pass: &[
        "<a href=https://exemple.fr target=_blank title='Préfecture - nouvelle fenêtre'>Préfecture</a>",
    ],
    na: &["<a href=https://exemple.fr>Préfecture</a>"],
    ..Meta::NEW
};

const SILENT: Text = text(
    "ce lien s’ouvre dans une nouvelle fenêtre : faut-il le dire à l’avance ?",
    "this link opens in a new window: should it say so beforehand?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for NewWindowUnannounced {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, link: Element<'p>, target: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !link.attr_is("target", "_blank")
            || semantics.role(link) != Some("link")
            || !is_link(link)
            || !semantics.is_exposed(link)
        {
            return;
        }
        if is_announced(link, semantics) {
            cx.pass();
        } else {
            cx.review_together((link, target.span()), &SILENT, "", &ALSO);
        }
    }
}

fn is_announced<'p>(link: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    tells(&semantics.name(link).text)
        || link.attr("title").is_some_and(tells)
        || link.has_attr("aria-describedby") && tells(&semantics.description(link).text)
}

/// Whether a text has a word for a window, a tab, or what is outside of the site.
fn tells(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "fenêtre", "fenetre", "onglet", "externe", "window", "tab", "tabs", "external",
    ];
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| WORDS.contains(&word) || WORDS.contains(&&*word.to_lowercase()))
}
