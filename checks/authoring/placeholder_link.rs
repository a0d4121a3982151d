//! Links whose address was never filled in.
//!
//! Breaks no RGAA test by itself (6.1 judges the link's words). Fails an address that cannot be one: a word in capitals that
//! stands for it (`LIEN`, `URL`, `TODO`), what a program writes for nothing (`undefined`, `[object Object]`), a scheme alone or
//! twice, a reserved name (`.invalid`, `.test`); and `javascript:` that does nothing on a page without scripts. Asks about
//! `#` (which goes to the top of the page, and may be meant to) and about an empty address (which leads to the page itself),
//! about `example.com` and the author's own machine, which a documentation may mean. A link with `role=button` or an event
//! handler is a control, not a placeholder; `#` under «Haut de page» says what it does.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::semantics::Kind;
use crate::spec::{event_handlers, links};
use crate::text::{Text, text};

use super::addresses::{Address, address};

pub static CHECK: &dyn Check = &PlaceholderLink;

struct PlaceholderLink;

static META: Meta = Meta {
    id: "placeholder-link",
    category: Category::Authoring,
    title: text("Lien sans vraie adresse", "Link without a real address"),
    why: text(
        "Le lien s’active et ne mène nulle part : on croit le site en panne, ou l’on perd sa place dans la page.",
        "The link is followed and leads nowhere: people think the site is down, or lose their place in the page.",
    ),
    fix: text(
        "Mettre l’adresse voulue ; retirer le lien si elle n’existe pas encore ; prendre un bouton (<button>) si un script agit au clic.",
        "Put the address that is meant; remove the link if there is none yet; use a button (<button>) if a script acts on click.",
    ),
    interest: &[Interest::Elements(&["a", "area"])],
    fail: &[
        "<a href=LIEN>Albert</a>",
        "<a href='javascript:;'>Nos offres</a>",
        "<a href='https://https://vaulnois.fr'>Mairie</a>",
    ],
    review: &[
        "<script src=a.js></script><a href=#>Nos offres</a>",
        "<a href=#>Nos offres</a>",
        "<a href='https://www.example.com/'>Mairie</a>",
    ],
    pass: &[
        "<a href=/plan>Plan</a>",
        "<a href=#>Haut de page</a>",
        "<a href=# role=button>Ouvrir</a>",
    ],
    na: &["<a id=haut>Plan</a>"],
    ..Meta::NEW
};

const WORD: Text = text(
    "ce lien a pour adresse le mot « {href} »",
    "the address of this link is the word \"{href}\"",
);
const IS_WORD: Text = text(
    "ce lien a pour adresse le mot « {href} » : y a-t-il une page de ce nom ?",
    "the address of this link is the word \"{href}\": is there a page of this name?",
);
const BROKEN: Text = text(
    "« {href} » n’est pas une adresse complète",
    "\"{href}\" is not a complete address",
);
const RESERVED: Text = text(
    "« {href} » : aucun site ne peut avoir ce nom, réservé aux essais",
    "\"{href}\": no site can have this name, which is kept for tests",
);
const EXAMPLE: Text = text(
    "« {href} » est une adresse d’exemple : est-elle voulue ?",
    "\"{href}\" is an example address: is it meant?",
);
const LOCAL: Text = text(
    "« {href} » n’existe que sur la machine de l’auteur : l’adresse est-elle voulue ?",
    "\"{href}\" exists on the author's machine only: is the address meant?",
);
const NO_EFFECT: Text = text(
    "ce lien (href=\"{href}\") ne fait rien : aucun script ne peut agir au clic",
    "this link (href=\"{href}\") does nothing: no script can act on click",
);
const RUNS: Text = text(
    "ce lien (href=\"{href}\") lance un script au lieu de mener quelque part : un bouton conviendrait-il mieux ?",
    "this link (href=\"{href}\") runs a script instead of leading somewhere: would a button fit better?",
);
const SCRIPTED: Text = text(
    "ce lien (href=\"{href}\") ne mène nulle part par lui-même : un script agit-il au clic ?",
    "this link (href=\"{href}\") leads nowhere by itself: does a script act on click?",
);
const TOP: Text = text(
    "ce lien (href=\"{href}\") ramène en haut de la page : est-ce voulu ?",
    "this link (href=\"{href}\") goes back to the top of the page: is it meant?",
);
const SELF: Text = text(
    "ce lien sans adresse (href=\"{href}\") mène à cette page même : est-ce voulu ?",
    "this link without an address (href=\"{href}\") leads to this very page: is it meant?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for PlaceholderLink {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let Some(href) = link.attribute("href") else {
            return;
        };
        let place = (link, href);
        let draft = match address(href.value()) {
            Address::Real => return cx.pass(),
            Address::Nowhere => return nowhere(link, href, cx),
            Address::Word | Address::MaybeWord if is_target(link, href.value()) => {
                return cx.pass();
            }
            Address::Word if is_its_text(link, href.value()) => {
                cx.review_together(place, &IS_WORD, href.value(), &ALSO)
            }
            Address::Word => Some(cx.fail(place, &WORD)),
            Address::MaybeWord => cx.review_together(place, &IS_WORD, href.value(), &ALSO),
            Address::Broken => Some(cx.fail(place, &BROKEN)),
            Address::Placeholder(links::Placeholder::Invalid | links::Placeholder::Test) => {
                Some(cx.fail(place, &RESERVED))
            }
            Address::Placeholder(links::Placeholder::Example) => {
                cx.review_together(place, &EXAMPLE, "", &ALSO)
            }
            Address::Placeholder(links::Placeholder::LocalMachine) => {
                cx.review_together(place, &LOCAL, "", &ALSO)
            }
        };
        if let Some(draft) = draft {
            draft.arg("href", href.value());
        }
    }
}

/// `#`, nothing, `javascript:`: a failure only where nothing can take the click and the browser does nothing either.
fn nowhere<'p>(link: Element<'p>, href: Attr<'p>, cx: &mut Context<'p>) {
    let address = href.value().trim();
    if is_control(link) || goes_to_top(link, address) {
        return cx.pass();
    }
    let place = (link, href);
    // A `javascript:` address makes the page one with scripts: only elements count here.
    let scripts = !cx.options().scripts_inert && {
        let semantics = cx.semantics();
        let mut metadata = semantics.elements_of(Kind::Metadata);
        metadata.any(|e| e.name() == "script")
    };
    let draft = match links::scheme(address) {
        Some(scheme) if !is_idle(&address[scheme.len() + 1..]) => {
            cx.review_together(place, &RUNS, "", &ALSO)
        }
        Some(_) if !scripts => Some(cx.fail(place, &NO_EFFECT)),
        None if address.is_empty() => cx.review_together(place, &SELF, "", &ALSO),
        None if !scripts => cx.review_together(place, &TOP, "", &ALSO),
        _ => cx.review_together(place, &SCRIPTED, "", &ALSO),
    };
    if let Some(draft) = draft {
        draft.arg("href", address);
    }
}

/// Whether a script of a `javascript:` address does nothing: `void(0)`, `;`, `return false`.
fn is_idle(script: &str) -> bool {
    let script = script.replace([' ', ';', '(', ')'], "");
    matches!(
        script.as_str(),
        "" | "void0" | "void" | "returnfalse" | "false" | "//" | "undefined" | "null"
    )
}

/// Whether something says that a script takes the click.
fn is_control(link: Element<'_>) -> bool {
    link.attributes().any(|a| {
        event_handlers::is_event_handler(a.name())
            || matches!(
                a.name(),
                "role" | "aria-expanded" | "aria-controls" | "aria-haspopup" | "aria-pressed"
            )
    })
}

/// Whether the link says that it goes to the top of the page, where `#` leads (HTML Standard, 7.4.2.3.3).
fn goes_to_top(link: Element<'_>, href: &str) -> bool {
    if href.trim() != "#" {
        return false;
    }
    let says = |words: &str| {
        let words = words.to_lowercase();
        ["haut", "top", "début", "sommet", "↑", "▲"]
            .iter()
            .any(|w| words.contains(w))
    };
    says(&link.text_content())
        || ["title", "aria-label"]
            .iter()
            .any(|a| link.attr(a).is_some_and(says))
}

/// Whether the address is that of an element of the page.
fn is_target(link: Element<'_>, href: &str) -> bool {
    let id = href.trim().strip_prefix('#');
    id.is_some_and(|id| link.document().by_id(id).is_some())
}

/// Whether the link's text is its address: a list of files shows a file named TODO so.
fn is_its_text(link: Element<'_>, href: &str) -> bool {
    link.text_content().trim() == href.trim()
}
