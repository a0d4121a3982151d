//! Several controls that say they control the same element.
//!
//! Hints at RGAA 7.1.1 only: nothing forbids it, and some patterns want it (a dialog opened from two places, a combobox and its
//! arrow, the two arrows of a carousel, the filters of one list). Between buttons that each open or close something
//! (`aria-expanded`, tabs) it is nearly always a block pasted twice, hence the level `error` of that question.
//!
//! Not asked at all: a control inside its target (the closing button of a dialog), a target that is a dialog, a group with a
//! combobox, fields that filter one region, previous and next buttons. Other groups are asked about as a note.

use std::collections::HashMap;

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeId};
use crate::rgaa::test;
use crate::source::Span;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaControlsShared;

struct AriaControlsShared;

static META: Meta = Meta {
    id: "aria-controls-shared",
    level: Level::Error,
    review_level: Level::Error,
    category: Category::Accessibility,
    title: text(
        "Plusieurs commandes pour une même cible",
        "Several controls for one target",
    ),
    why: text(
        "aria-controls dit aux lecteurs d’écran quel élément une commande ouvre ou change : deux boutons qui montrent la même cible \
         viennent souvent d’un bloc copié dont l’un des boutons n’ouvre pas ce qu’il annonce.",
        "aria-controls tells screen readers which element a control opens or changes: two buttons with the same target often come \
         from a copied block, where one of the buttons does not open what it says.",
    ),
    fix: text(
        "Donner à chaque commande sa propre cible, avec un identifiant unique ; si le partage est voulu, ignorer cette question.",
        "Give each control a target of its own, with a unique id; if sharing is what you want, ignore this question.",
    ),
    proofs: &[Proof::hints(&[test(7, 1, 1)])],
    interest: &[Interest::Attributes(&["aria-controls"]), Interest::Page],
    review: &[
        "<button aria-expanded=false aria-controls=r>Horaires</button><p id=r>De 9 h à 17 h</p>\
         <button aria-expanded=false aria-controls=r>Tarifs</button><p>Gratuit</p>",
        "<button aria-controls=absent>Horaires</button><button aria-controls=absent>Tarifs</button>",
    ],
    pass: &[
        "<button aria-expanded=false aria-controls=a>Un</button><p id=a>1</p>\
         <button aria-expanded=false aria-controls=b>Deux</button><p id=b>2</p>",
        "<button aria-controls=d>Ouvrir</button><dialog id=d><button aria-controls=d>Fermer</button></dialog>",
    ],
    na: &["<button>Imprimer</button>"],
    ..Meta::NEW
};

const OPENERS: Text = text(
    "{count} boutons, dont celui-ci, disent ouvrir ou fermer le même élément, « {id} » : chacun n’a-t-il pas le sien ?",
    "{count} buttons, this one included, say they open or close the same element, \"{id}\": should not each have its own?",
);
const ABSENT: Text = text(
    "{count} commandes, dont celle-ci, désignent la même cible, « {id} », qui n’existe pas dans la page : que commande chacune ?",
    "{count} controls, this one included, name the same target, \"{id}\", which is not in the page: what does each control?",
);
const SHARED: Text = text(
    "{count} commandes, dont celle-ci, désignent le même élément, « {id} » : agissent-elles bien toutes sur lui ?",
    "{count} controls, this one included, name the same element, \"{id}\": do they all act on it?",
);
const OTHER: Text = text(
    "« {name} » désigne la même cible",
    "\"{name}\" names the same target",
);
const UNNAMED: Text = text(
    "cette commande désigne la même cible",
    "this control names the same target",
);

/// Other controls shown with a finding.
const SHOWN: usize = 10;

/// Elements with `aria-controls`, in document order.
#[derive(Default)]
struct Controls(Vec<NodeId>);

impl Check for AriaControlsShared {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, control: Element<'p>, _: Attr<'p>, cx: &mut Context<'p>) {
        cx.memory::<Controls>().0.push(control.id());
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let controls = std::mem::take(cx.memory::<Controls>()).0;
        let (doc, semantics) = (cx.doc(), cx.semantics());
        let mut order: Vec<&'p str> = Vec::new();
        let mut groups: HashMap<&'p str, Vec<(Element<'p>, Span)>> = HashMap::new();
        for control in controls.into_iter().filter_map(|id| doc.element(id)) {
            for reference in semantics.references(control, "aria-controls") {
                if reference.element.is_some_and(|e| e.contains(control)) {
                    continue;
                }
                let group = groups.entry(reference.id).or_insert_with(|| {
                    order.push(reference.id);
                    Vec::new()
                });
                if group.last().is_none_or(|(last, _)| *last != control) {
                    group.push((control, reference.place));
                }
            }
        }
        for id in order {
            judge(id, &groups[id], cx);
        }
    }
}

fn judge<'p>(id: &str, group: &[(Element<'p>, Span)], cx: &mut Context<'p>) {
    let [first, (second, place), ..] = group else {
        return cx.pass();
    };
    let target = cx.doc().by_id(id);
    let openers = group.iter().filter(|(e, _)| opens(*e, cx)).count();
    let (message, level) = match target {
        _ if is_usual(target, group, cx) => return cx.pass(),
        None => (&ABSENT, Level::Error),
        Some(_) if openers < 2 => (&SHARED, Level::Note),
        // The same button written twice, one of them for small screens.
        Some(_) if same_name(first.0, *second, cx) => (&SHARED, Level::Note),
        Some(_) => (&OPENERS, Level::Error),
    };
    let semantics = cx.semantics();
    let mut finding = cx
        .review((*second, *place), message)
        .arg("id", id)
        .arg("count", group.len())
        .level(level);
    for (other, place) in group.iter().filter(|(e, _)| e != second).take(SHOWN) {
        let name = &semantics.name(*other).text;
        finding = if name.trim().is_empty() {
            finding.related(*place, &UNNAMED)
        } else {
            finding.related(*place, &OTHER).related_arg("name", name)
        };
    }
}

/// Whether the control says that it shows or hides its target.
fn opens<'p>(control: Element<'p>, cx: &Context<'p>) -> bool {
    control.has_attr("aria-expanded") || cx.semantics().role(control) == Some("tab")
}

fn same_name<'p>(a: Element<'p>, b: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    let a = &semantics.name(a).text;
    !a.is_empty() && *a == semantics.name(b).text
}

/// Sharing that the patterns of the ARIA Authoring Practices ask for or allow.
fn is_usual<'p>(
    target: Option<Element<'p>>,
    group: &[(Element<'p>, Span)],
    cx: &Context<'p>,
) -> bool {
    let semantics = cx.semantics();
    let is_dialog = target.is_some_and(|t| {
        t.is("dialog") || matches!(semantics.role(t), Some("dialog" | "alertdialog"))
    });
    let opens_dialog = |e: Element<'p>| e.attr_is("aria-haspopup", "dialog");
    let is_field = |e: Element<'p>| e.is_any(&["input", "select", "textarea", "output"]);
    is_dialog
        || group.iter().any(|(e, _)| opens_dialog(*e))
        || group
            .iter()
            .any(|(e, _)| semantics.role(*e) == Some("combobox"))
        || group.iter().filter(|(e, _)| !is_field(*e)).count() < 2
        || group
            .iter()
            .any(|(e, _)| is_direction(&semantics.name(*e).text) && !opens(*e, cx))
}

/// Whether a name is that of a button that goes back or forth.
fn is_direction(name: &str) -> bool {
    const WORDS: [&str; 8] = [
        "précédent",
        "suivant",
        "previous",
        "next",
        "diapositive",
        "slide",
        "page",
        "pause",
    ];
    name.split(|c: char| !c.is_alphabetic())
        .any(|word| WORDS.iter().any(|w| word.to_lowercase().starts_with(w)))
}
