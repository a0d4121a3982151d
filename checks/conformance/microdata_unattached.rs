//! HTML Standard 5.2 «Encoding microdata»: an element with `itemprop` is a property of an item (5.2.2, 5.2.5); `itemref` names each
//! element once, and none that the item holds already (5.2.5, «the microdata error»).
//!
//! An id that no element has is `aria-reference-missing`'s. Not among the five families of RGAA 8.2.1.

use std::collections::HashSet;

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element, NodeId};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &MicrodataUnattached;

struct MicrodataUnattached;

static META: Meta = Meta {
    id: "microdata-unattached",
    category: Category::Conformance,
    title: text("Microdonnée hors de tout objet", "Microdata of no item"),
    why: text(
        "Les moteurs de recherche ne lisent une propriété que dans l’objet qu’elle décrit : celle-ci est perdue, ou lue deux fois.",
        "Search engines read a property only in the item it describes: this one is lost, or read twice.",
    ),
    fix: text(
        "Mettre la propriété dans un élément itemscope, ou l’y rattacher par itemref.",
        "Put the property in an element with itemscope, or attach it by itemref.",
    ),
    interest: &[
        Interest::Attributes(&["itemprop", "itemref"]),
        Interest::Page,
    ],
    fail: &[
        "<p itemprop=name>Halles</p>",
        "<div itemscope itemref='a a'></div><p id=a itemprop=name>Halles</p>",
        "<div itemscope itemref=a><p id=a itemprop=name>Halles</p></div>",
        "<div itemscope itemref='a b'></div><div id=a><p id=b itemprop=name>Halles</p></div>",
    ],
    pass: &[
        "<div itemscope><p itemprop=name>Halles</p></div>",
        "<div itemscope itemref=a></div><div id=a><p itemprop=name>Halles</p></div>",
    ],
    na: &["<p>Halles</p>"],
    ..Meta::NEW
};

const ORPHAN: Text = text(
    "{name} n’est la propriété d’aucun objet : rien autour n’a itemscope, aucun itemref n’y mène",
    "{name} is a property of no item: nothing around has itemscope, no itemref leads to it",
);
const AGAIN: Text = text(
    "itemref nomme « {id} » deux fois",
    "itemref names \"{id}\" twice",
);
const HELD: Text = text(
    "itemref nomme « {id} », que l’objet contient déjà",
    "itemref names \"{id}\", which the item holds already",
);
const NESTED: Text = text(
    "itemref nomme « {id} », qui est dans un autre élément qu’il nomme : l’objet a deux fois ses propriétés",
    "itemref names \"{id}\", which is in another element it names: the item has its properties twice",
);
const ALSO: Text = text("ici aussi", "here too");

/// Elements with `itemprop`, and items with `itemref`.
#[derive(Default)]
struct Seen {
    properties: Vec<NodeId>,
    referring: Vec<NodeId>,
}

impl Check for MicrodataUnattached {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let seen = cx.memory::<Seen>();
        if attr.name() == "itemprop" {
            seen.properties.push(element.id());
        } else if element.has_attr("itemscope") {
            seen.referring.push(element.id());
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Seen {
            properties,
            referring,
        } = std::mem::take(cx.memory::<Seen>());
        let doc = cx.doc();
        let mut attached: HashSet<NodeId> = HashSet::new();
        for item in referring.into_iter().filter_map(|id| doc.element(id)) {
            let named = item.tokens("itemref").filter_map(|id| doc.by_id(id));
            attached.extend(named.map(Element::id));
            redundant(item, cx);
        }
        // Climbing stops at the first element known to lead to an item, or known not to.
        let mut known: HashSet<NodeId> = HashSet::new();
        for property in properties.into_iter().filter_map(|id| doc.element(id)) {
            if is_attached(property, &attached, &mut known) {
                cx.pass();
                continue;
            }
            let name = property.attribute("itemprop");
            let Some(name) = name else { continue };
            let what = name.value();
            if let Some(draft) = cx.fail_together((property, name), &ORPHAN, what, &ALSO) {
                draft.arg("name", format!("itemprop=\"{what}\""));
            }
        }
    }
}

/// Whether the element is the property of an item. `lost`: elements from which no item is reached.
fn is_attached(
    property: Element<'_>,
    attached: &HashSet<NodeId>,
    lost: &mut HashSet<NodeId>,
) -> bool {
    if attached.contains(&property.id()) {
        return true;
    }
    for ancestor in property.ancestors() {
        if ancestor.has_attr("itemscope") {
            return true;
        }
        if attached.contains(&ancestor.id()) {
            return true;
        }
        if lost.contains(&ancestor.id()) {
            break;
        }
    }
    lost.extend(property.parent().map(Element::id));
    false
}

fn redundant<'p>(item: Element<'p>, cx: &mut Context<'p>) {
    let Some(attr) = item.attribute("itemref") else {
        return;
    };
    let doc = item.document();
    let ids = || attr.value().split_ascii_whitespace();
    let places: HashSet<NodeId> = match ids().nth(1) {
        Some(_) => ids()
            .filter_map(|id| doc.by_id(id))
            .map(Element::id)
            .collect(),
        None => HashSet::new(),
    };
    let mut named: HashSet<&str> = HashSet::new();
    for id in ids() {
        let message = if !named.insert(id) {
            &AGAIN
        } else if doc.by_id(id).is_some_and(|e| e == item || holds(item, e)) {
            &HELD
        } else if doc.by_id(id).is_some_and(|e| is_in_one_of(e, &places)) {
            &NESTED
        } else {
            cx.pass();
            continue;
        };
        cx.fail((item, attr), message).arg("id", id);
    }
}

/// Whether the element is inside one of these, with no item in between to take its properties.
fn is_in_one_of(element: Element<'_>, places: &HashSet<NodeId>) -> bool {
    !places.is_empty()
        && element
            .ancestors()
            .take_while(|e| !e.has_attr("itemscope"))
            .any(|e| places.contains(&e.id()))
}

/// Whether the element is inside the item, and in no item inside it.
fn holds(item: Element<'_>, element: Element<'_>) -> bool {
    if !item.contains(element) {
        return false;
    }
    let between = element.ancestors().take_while(|e| *e != item);
    between.filter(|e| e.has_attr("itemscope")).count() == 0
}
