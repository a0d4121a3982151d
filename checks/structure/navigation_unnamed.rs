//! Several navigation landmarks that nothing tells apart (RGAA glossary «Landmarks», note 2: «it may be useful» to name them).
//!
//! Advice, not a rule of the RGAA: a question, one for the page, as evidence for 12.6.1. Two that have the same name are as hard to tell
//! apart as two without.

use std::collections::HashMap;

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::Kind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &NavigationUnnamed;

struct NavigationUnnamed;

static META: Meta = Meta {
    id: "navigation-unnamed",
    title: text(
        "Zones de navigation que rien ne distingue",
        "Navigation zones that nothing tells apart",
    ),
    why: text(
        "Un lecteur d’écran annonce plusieurs fois « navigation » : il faut entrer dans chacune pour savoir laquelle est le menu principal.",
        "A screen reader says \"navigation\" several times: people must enter each to learn which is the main menu.",
    ),
    fix: text(
        "Nommer chacune par aria-label : « Menu principal », « Fil d’Ariane », « Pied de page ».",
        "Name each with aria-label: \"Main menu\", \"Breadcrumb\", \"Footer\".",
    ),
    proofs: &[Proof::hints(&[test(12, 6, 1)])],
    interest: &[Interest::Page],
    review: &["<nav><a href=a>A</a></nav><nav><a href=b>B</a></nav>"],
    pass: &["<nav aria-label=Menu></nav><nav aria-label=Pied></nav>"],
    na: &["<nav><a href=a>A</a></nav>"],
    ..Meta::NEW
};

const UNNAMED: Text = text(
    "{count} des zones de navigation de cette page n’ont pas de nom : faut-il les distinguer ?",
    "{count} of this page's navigation zones have no name: should they be told apart?",
);
const SAME: Text = text(
    "{count} zones de navigation de cette page se nomment « {name} » : faut-il les distinguer ?",
    "{count} navigation zones of this page are named \"{name}\": should they be told apart?",
);
const ALSO: Text = text("celle-ci aussi", "this one too");

/// More places than this help nobody.
const PLACES: usize = 20;

impl Check for NavigationUnnamed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let mut groups: Vec<(&'p str, Vec<Element<'p>>)> = Vec::new();
        let mut known: HashMap<&'p str, usize> = HashMap::new();
        for e in semantics.elements_of(Kind::Zone) {
            if semantics.role(e) != Some("navigation")
                || e.in_template()
                || !semantics.is_exposed(e)
            {
                continue;
            }
            let name = &*semantics.name(e).text;
            let at = *known.entry(name).or_insert_with(|| {
                groups.push((name, Vec::new()));
                groups.len() - 1
            });
            groups[at].1.push(e);
        }
        if groups.iter().map(|(_, zones)| zones.len()).sum::<usize>() < 2 {
            return;
        }
        for (name, zones) in groups {
            if zones.len() == 1 {
                cx.pass();
                continue;
            }
            let message = if name.is_empty() { &UNNAMED } else { &SAME };
            let draft = cx.review(zones[0], message).arg("count", zones.len());
            let draft = if name.is_empty() {
                draft
            } else {
                draft.arg("name", name)
            };
            zones[1..]
                .iter()
                .take(PLACES)
                .fold(draft, |draft, zone| draft.related(zone.place(), &ALSO));
        }
    }
}
