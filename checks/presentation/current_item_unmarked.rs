//! RGAA 3.1.4, 10.9.1 and 10.10.1: the current item of a navigation, told by a class alone.
//!
//! Glossary «Information (donnée par la couleur)» and «Indication donnée par la forme, la taille ou la position»: a colour, a bar or bold type says
//! where one is to those who see it; the code must say it too (`aria-current`, `title`, hidden text). Hints: what the class draws is in a style
//! sheet. A question for an item with a link and a class that says «active» or «current», and nothing else that does. One a navigation.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &CurrentItemUnmarked;

struct CurrentItemUnmarked;

static META: Meta = Meta {
    id: "current-item-unmarked",
    level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Page en cours signalée par une classe",
        "Current page told by a class",
    ),
    why: text(
        "Les personnes aveugles n’entendent pas qu’un élément du menu est en couleur ou en gras : elles ne savent pas où elles sont.",
        "Blind people do not hear that an item of the menu is coloured or bold: they do not know where they are.",
    ),
    fix: text(
        "Ajouter aria-current=\"page\" au lien de la page en cours.",
        "Add aria-current=\"page\" to the link of the current page.",
    ),
    proofs: &[Proof::hints(&[
        test(3, 1, 4),
        test(10, 9, 1),
        test(10, 10, 1),
    ])],
    interest: &[Interest::Elements(&["nav"])],
    review: &["<nav><a class=active href=/>Accueil</a> <a href=/plan>Plan</a></nav>"],
    pass: &["<nav><a class=active aria-current=page href=/>Accueil</a></nav>"],
    na: &[
        "<nav><a href=/>Accueil</a></nav>",
        "<p><a class=active href=/>Accueil</a>",
    ],
    ..Meta::NEW
};

const CLASS: Text = text(
    "la classe « {class} » met cet élément du menu à part : qu’est-ce qui le dit à qui ne voit pas la page ?",
    "the class \"{class}\" sets this item of the menu apart: what says so to people who do not see the page?",
);

/// Class names for the page one is on.
const CLASSES: [&str; 12] = [
    "actif",
    "active",
    "courant",
    "current",
    "current-menu-item",
    "current_page_item",
    "en-cours",
    "is-active",
    "is-current",
    "is-selected",
    "nav-active",
    "selected",
];

/// Elements looked at inside a navigation.
const MOST: usize = 2000;

impl Check for CurrentItemUnmarked {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, nav: Element<'p>, cx: &mut Context<'p>) {
        // Navigations inside it come by themselves.
        let found = nav.descendants().take(MOST).find_map(|e| {
            let class = e.tokens("class").find(|c| is_current(c))?;
            let here = e.closest(&["nav"]) == Some(nav) && cx.semantics().is_rendered(e);
            (here && is_linked(e, nav)).then_some((e, class))
        });
        let Some((item, class)) = found else {
            return;
        };
        if is_marked(item, nav) {
            cx.pass();
        } else {
            cx.review(item, &CLASS).arg("class", class);
        }
    }
}

fn is_current(class: &str) -> bool {
    CLASSES
        .iter()
        .any(|known| class.eq_ignore_ascii_case(known))
}

/// The item itself, what it is in up to the navigation, and what it holds.
fn related<'p>(item: Element<'p>, nav: Element<'p>) -> impl Iterator<Item = Element<'p>> {
    let above = item
        .ancestors()
        .take_while(move |e| *e != nav && !e.is_any(&["ul", "ol"]));
    std::iter::once(item)
        .chain(above)
        .chain(item.descendants().take(100))
}

/// Whether it is, holds or stands in a link: an item without one is set apart by that.
fn is_linked<'p>(item: Element<'p>, nav: Element<'p>) -> bool {
    related(item, nav).any(|e| e.is("a") && e.has_attr("href"))
}

/// Whether the code says it: an ARIA state, a title, or words that only explain.
fn is_marked<'p>(item: Element<'p>, nav: Element<'p>) -> bool {
    let state = |e: Element<'p>| {
        [
            "aria-current",
            "aria-selected",
            "aria-expanded",
            "title",
            "aria-label",
        ]
        .iter()
        .any(|name| e.has_attr(name))
    };
    let words = ["actuel", "courante", "en cours", "active", "current"];
    let text = item.text_content().to_lowercase();
    related(item, nav).any(state) || words.iter().any(|w| text.contains(w))
}
