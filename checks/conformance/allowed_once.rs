//! HTML Standard: what may be there only once. 4.10.10 (`selected`, unless the `select` is `multiple`); 4.2.5.1 (the page's description); 4.8.11.11 (`default` among the tracks
//! of one purpose); 4.8.13 (the name of a `map`); 4.11.1 (`open` among `details` of one name, none of which is inside another).
//!
//! Not among the five families of RGAA 8.2.1.

use std::collections::HashMap;

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element, NodeId};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AllowedOnce;

struct AllowedOnce;

static META: Meta = Meta {
    id: "allowed-once",
    category: Category::Conformance,
    title: text("Plus d’une fois", "More than once"),
    why: text(
        "Le navigateur n’en retient qu’un, souvent pas celui que l’on croit : le choix ou la description n’est pas le bon.",
        "The browser keeps only one, often not the one that is thought: the choice or the description is not the right one.",
    ),
    fix: text("N’en garder qu’un.", "Keep only one."),
    interest: &[Interest::Attributes(&[
        "default", "name", "open", "selected",
    ])],
    fail: &[
        "<select><option selected>Dax<option selected>Pau</select>",
        "<meta name=description content=Dax><meta name=description content=Pau>",
        "<map name=plan></map><map name=plan></map>",
        "<details name=d open></details><details name=d open></details>",
    ],
    pass: &["<select><option selected>Dax<option>Pau</select>"],
    na: &[
        "<select multiple><option selected>Dax<option selected>Pau</select>",
        "<input name=ville><input name=ville>",
    ],
    ..Meta::NEW
};

const SELECTED: Text = text(
    "une autre option de cette liste à choix unique est déjà choisie (selected)",
    "another option of this single-choice list is chosen already (selected)",
);
const DESCRIPTION: Text = text(
    "la page a déjà une description (meta name=\"description\")",
    "the page has a description already (meta name=\"description\")",
);
const TRACK: Text = text(
    "une autre piste du même usage est déjà celle par défaut (default)",
    "another track of the same purpose is the default one already (default)",
);
const MAP: Text = text(
    "une autre <map> porte déjà ce nom",
    "another <map> has this name already",
);
const OPEN: Text = text(
    "un autre <details> du même nom est déjà ouvert : un seul peut l’être",
    "another <details> of the same name is open already: only one can be",
);
const INSIDE: Text = text(
    "ce <details> est dans un autre du même nom : ouvrir l’un ferme l’autre",
    "this <details> is inside another of the same name: opening one closes the other",
);
const FIRST: Text = text("le premier", "the first one");

/// What is there once: in which element, of what name. The first one met.
#[derive(Default)]
struct Seen(HashMap<(&'static str, Option<NodeId>, String), NodeId>);

impl Check for AllowedOnce {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        match (attr.name(), element.name()) {
            ("selected", "option") => {
                let select = element.closest(&["select"]);
                if let Some(select) = select.filter(|s| !s.has_attr("multiple")) {
                    once(element, attr, Some(select), "", &SELECTED, cx);
                }
            }
            ("default", "track") => {
                let purpose = match element.attr("kind").unwrap_or("subtitles") {
                    "metadata" => return,
                    "captions" => "subtitles",
                    kind => kind,
                };
                once(element, attr, element.parent(), purpose, &TRACK, cx);
            }
            ("name", "meta") if attr.value().eq_ignore_ascii_case("description") => {
                once(element, attr, None, "", &DESCRIPTION, cx);
            }
            ("name", "map") if !attr.value().is_empty() => {
                once(element, attr, None, attr.value(), &MAP, cx);
            }
            ("name", "details") if !attr.value().is_empty() => nested(element, attr, cx),
            ("open", "details") => {
                if let Some(name) = element.attr("name").filter(|name| !name.is_empty()) {
                    once(element, attr, None, name, &OPEN, cx);
                }
            }
            _ => {}
        }
    }
}

fn once<'p>(
    element: Element<'p>,
    attr: Attr<'p>,
    inside: Option<Element<'p>>,
    of: &str,
    message: &'static Text,
    cx: &mut Context<'p>,
) {
    let key = (message.en, inside.map(Element::id), of.to_owned());
    let first = *cx.memory::<Seen>().0.entry(key).or_insert(element.id());
    if first == element.id() {
        return cx.pass();
    }
    let first = element.document().element(first);
    let mut draft = cx.fail((element, attr), message);
    if element.is("map") {
        // Other checkers let it pass, and the first map is the one that counts.
        draft = draft.level(Level::Warning);
    }
    if let Some(first) = first {
        draft.related(first.place(), &FIRST);
    }
}

fn nested<'p>(details: Element<'p>, name: Attr<'p>, cx: &mut Context<'p>) {
    let around = details
        .ancestors()
        .find(|e| e.is("details") && e.attr("name") == Some(name.value()));
    if let Some(around) = around {
        cx.fail((details, name), &INSIDE)
            .related(around.place(), &FIRST);
    }
}
