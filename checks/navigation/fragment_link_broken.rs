//! A link to a place of the page that does not exist.
//!
//! HTML Standard 7.4.6.4: a fragment that names no element scrolls nowhere and moves no focus. No RGAA test asks for it (12.7.2 does of skip
//! links to the content, which `skip-link-broken` judges), so it proves nothing of them. Links whose click a script takes
//! are left alone; so are pages whose `base` sends `#place` elsewhere. What is not rendered is a question.

use super::fragments::{Places, fragment_of, is_handled, stays_here};
use super::skip_link_broken::{FIRST_LINKS, names_content};
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Element, NodeId};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FragmentLinkBroken;

struct FragmentLinkBroken;

static META: Meta = Meta {
    id: "fragment-link-broken",
    level: Level::Error,
    review_level: Level::Warning,
    category: Category::Authoring,
    title: text(
        "Lien vers un endroit absent de la page",
        "Link to a place that is not in the page",
    ),
    why: text(
        "Suivre ce lien ne fait rien : la page ne défile pas, et le focus ne bouge pas.",
        "Following this link does nothing: the page does not scroll, and focus does not move.",
    ),
    fix: text(
        "Donner à l’endroit visé l’identifiant que le lien désigne, ou corriger le lien.",
        "Give the place the id that the link names, or mend the link.",
    ),
    interest: &[Interest::Elements(&["a", "area"]), Interest::Page],
    fail: &["<p><a href=#tarifs>Tarifs</a></p><h2 id=prix>Prix</h2>"],
    review: &["<p hidden><a href=#tarifs>Tarifs</a></p><h2>Prix</h2>"],
    pass: &[
        "<p><a href=#tarifs>Tarifs</a></p><h2 id=tarifs>Tarifs</h2>",
        "<p><a href='#d%C3%A9marches'>Démarches</a></p><h2 id=démarches>Démarches</h2>",
        "<p><a href=#ici>Ici</a></p><a name=ici></a>",
    ],
    na: &["<a href=#>Haut</a><a href=#top>Haut de page</a><a href=/plan#a>Plan</a>"],
    ..Meta::NEW
};

const BROKEN: Text = text(
    "ce lien mène à #{id}, mais aucun élément de la page n’a cet identifiant",
    "this link leads to #{id}, but no element of the page has this id",
);
const NEAR: Text = text(
    "un élément a l’identifiant « {id} » : est-ce lui ?",
    "an element has the id \"{id}\": is it this one?",
);
const AGAIN: Text = text("ce lien y mène aussi", "this link leads there too");

/// Links to places of the page, in document order.
#[derive(Default)]
struct Links {
    /// Links of the page so far.
    seen: u32,
    /// And whether the link is among the first of the page.
    found: Vec<(NodeId, bool)>,
}

impl Check for FragmentLinkBroken {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let links = cx.memory::<Links>();
        links.seen += u32::from(link.is("a") && link.has_attr("href"));
        if fragment_of(link).is_some() {
            links.found.push((link.id(), links.seen <= FIRST_LINKS));
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let links = std::mem::take(cx.memory::<Links>()).found;
        let doc = cx.doc();
        if links.is_empty() || !stays_here(doc) {
            return;
        }
        let places = Places::new(doc);
        for (id, early) in links {
            let Some(link) = doc.element(id) else {
                continue;
            };
            let (Some(fragment), Some(href)) = (fragment_of(link), link.attribute("href")) else {
                continue;
            };
            if places.has(fragment) {
                cx.pass();
                continue;
            }
            let is_skip_link = early && names_content(&cx.semantics().name(link).text);
            if is_skip_link || is_handled(link, cx) {
                continue;
            }
            let target = (link, href);
            let finding = match cx.semantics().is_rendered(link) {
                true => cx.fail_together(target, &BROKEN, fragment, &AGAIN),
                false => cx.review_together(target, &BROKEN, fragment, &AGAIN),
            };
            let Some(finding) = finding else { continue };
            let finding = finding.arg("id", fragment);
            if let Some(near) = doc.by_id(&fragment.to_lowercase()) {
                finding
                    .related(near.place(), &NEAR)
                    .related_arg("id", near.attr("id").unwrap_or_default());
            }
        }
    }
}
