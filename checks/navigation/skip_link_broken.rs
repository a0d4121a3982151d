//! A skip link to the main content that leads nowhere.
//!
//! Refutes RGAA 12.7.2, whose fourth condition is that «le lien est fonctionnel»: the glossary («Liens d’évitement») asks that reading go on
//! from the target, and there is none. A link is taken for a skip link only if it is one of the first ten of the page and its name
//! says that it goes to the content. Where scripts run and the page has no `main` yet, the content may still be to come: a
//! question. Skip links to menus or search are left to `fragment-link-broken`: 12.7 is about the main content.
//!
//! The third condition is that the link shows, at least when it has the focus. A page whose every skip link its own style keeps off the
//! screen (`display: none`, `visibility: hidden`), and that runs no script, never shows one: a failure. With a script, or with `hidden`, which a
//! style sheet may undo, a question. Inapplicable where no link leads to a place of the page. The same place and order on all pages are
//! for a person, and for `site-navigation-order`.

use super::fragments::{Places, fragment_of, stays_here};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::{Kind, NotRendered, Visibility, is_javascript_url};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SkipLinkBroken;

struct SkipLinkBroken;

const TEST: TestId = test(12, 7, 2);

static META: Meta = Meta {
    id: "skip-link-broken",
    level: Level::Error,
    review_level: Level::Warning,
    title: text(
        "Lien d’évitement qui ne mène nulle part",
        "Skip link that leads nowhere",
    ),
    why: text(
        "Qui navigue au clavier suit ce lien pour ne pas reparcourir l’en-tête de chaque page : sans cible, rien ne se passe.",
        "People who use the keyboard follow this link so as not to go through the header of every page: without a target, nothing happens.",
    ),
    fix: text(
        "Donner au contenu principal l’identifiant que le lien désigne, ou corriger le lien.",
        "Give the main content the id that the link names, or mend the link.",
    ),
    proofs: &[Proof::refutes(&[TEST]).inapplicable_without_targets()],
    interest: &[
        Interest::Elements(&["a"]),
        Interest::Attributes(&["role"]),
        Interest::Page,
    ],
    fail: &[
        "<a href=#contenu>Aller au contenu</a><main>Horaires</main>",
        "<a href=#contenu style='display: none'>Aller au contenu</a><main id=contenu>Horaires</main>",
    ],
    review: &[
        "<a href=#contenu>Aller au contenu</a><div id=app></div><script src=app.js></script>",
    ],
    pass: &[
        "<a href=#contenu>Aller au contenu</a><main id=contenu>Horaires</main>",
        "<a href=/plan>Plan du site</a><a href=#suite>Lire la suite</a>",
    ],
    na: &["<a href=/plan>Plan du site</a>"],
    ..Meta::NEW
};

const BROKEN: Text = text(
    "le lien d’évitement « {name} » mène à #{id}, mais aucun élément de la page n’a cet identifiant",
    "the skip link \"{name}\" leads to #{id}, but no element of the page has this id",
);
const LATER: Text = text(
    "le lien d’évitement « {name} » mène à #{id}, qui n’est pas dans la page : un script ajoute-t-il le contenu et cet identifiant ?",
    "the skip link \"{name}\" leads to #{id}, which is not in the page: does a script add the content and this id?",
);
const NEVER_SHOWN: Text = text(
    "le lien d’évitement « {name} » n’est jamais affiché, même à la prise de focus",
    "the skip link \"{name}\" is never shown, not even when it has the focus",
);
const SHOWN: Text = text(
    "le lien d’évitement « {name} » est caché : le voit-on au moins à la prise de focus ?",
    "the skip link \"{name}\" is hidden: can people see it, at least when it has the focus?",
);
const MAIN: Text = text(
    "le contenu principal, sans cet identifiant",
    "the main content, without this id",
);

/// A skip link is one of the first links of its page.
pub const FIRST_LINKS: u32 = 10;

#[derive(Default)]
struct Seen {
    links: u32,
    skips: Vec<NodeId>,
}

impl Check for SkipLinkBroken {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if e.attr_is("role", "link") {
            cx.leave_open(&[TEST]);
        }
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let href = link.attr("href").unwrap_or_default();
        if href.contains('#') || is_javascript_url(href) {
            cx.leave_open(&[TEST]);
        }
        let seen = cx.memory::<Seen>();
        if seen.links >= FIRST_LINKS || !link.has_attr("href") {
            return;
        }
        seen.links += 1;
        if fragment_of(link).is_some() && names_content(&cx.semantics().name(link).text) {
            cx.memory::<Seen>().skips.push(link.id());
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let skips = std::mem::take(cx.memory::<Seen>()).skips;
        let (doc, semantics) = (cx.doc(), cx.semantics());
        if skips.is_empty() || !stays_here(doc) {
            return;
        }
        let places = Places::new(doc);
        let main = semantics
            .elements_of(Kind::Zone)
            .find(|e| !e.in_template() && (e.is("main") || e.attr_is("role", "main")));
        let mut hidden = None;
        let mut shown = false;
        for link in skips.into_iter().filter_map(|id| doc.element(id)) {
            let (Some(fragment), Some(href)) = (fragment_of(link), link.attribute("href")) else {
                continue;
            };
            if places.has(fragment) {
                match semantics.is_rendered(link) {
                    true => shown = true,
                    false => hidden = hidden.or(Some(link)),
                }
                cx.pass();
                continue;
            }
            let settled = main.is_some() || !semantics.has_active_script();
            let finding = match settled {
                true => cx.fail_if_rendered(link, (link, href), &BROKEN),
                false => cx.review((link, href), &LATER),
            };
            let finding = finding
                .arg("name", &semantics.name(link).text)
                .arg("id", fragment);
            if let Some(main) = main {
                finding.related(main.place(), &MAIN);
            }
        }
        if let Some(link) = hidden.filter(|_| !shown) {
            let by_style = matches!(
                semantics.visibility(link),
                Visibility::NotRendered(NotRendered::DisplayNone | NotRendered::VisibilityHidden)
            );
            let draft = match by_style && !semantics.has_active_script() {
                true => cx.fail(link, &NEVER_SHOWN),
                false => cx.review(link, &SHOWN),
            };
            draft.arg("name", &semantics.name(link).text);
        }
    }
}

/// Whether the name of a link says that it goes to the main content.
pub fn names_content(name: &str) -> bool {
    const WHOLE: [&str; 5] = [
        "contenu",
        "contenu principal",
        "content",
        "main content",
        "skip navigation",
    ];
    const GOING: [&str; 11] = [
        "aller",
        "accéder",
        "acceder",
        "accès",
        "passer",
        "sauter",
        "atteindre",
        "skip",
        "jump",
        "go to",
        "vers",
    ];
    // A sentence that happens to hold these words is not the name of a skip link.
    if name.len() > 80 {
        return false;
    }
    let name = name.trim().to_lowercase();
    let content = ["contenu", "content", "main"]
        .iter()
        .any(|w| name.contains(w));
    WHOLE.contains(&name.as_str()) || (content && GOING.iter().any(|w| name.starts_with(w)))
}
