//! An attribute that names an element by its id, where no element of the page has it.
//!
//! HTML Standard: `for`, `form`, `headers`, `list`, `popovertarget`, `commandfor`, `usemap` and `itemref` must name an element of the same
//! tree, some of a given kind. WAI-ARIA makes it no error of the document, but nothing can come of such an attribute. Ids inside
//! `template` are in another tree. What is certain, and what it costs, depends on the attribute (`references.rs`):
//! - the target of `aria-controls`, `aria-owns`, `aria-activedescendant`, `aria-describedby`, `aria-details` and `aria-flowto` is often
//!   made by a script when it is needed (a closed menu, an error message): on a page with scripts it is a question. So it is for
//!   a `for` with no unnamed field beside the label;
//! - `aria-errormessage` counts only while `aria-invalid` says that there is an error (WAI-ARIA 1.2, `aria-errormessage`);
//! - the others name what the page itself must hold: a failure, if the element that names them is rendered.
//!
//! RGAA: refutes 5.7.4 (the id of a header is not in the page) and 11.1.2 (the `for` of a label beside a field that nothing else names
//! is not that field's id), and 1.6.9 (an image's `aria-describedby` names nothing at all, so no description). The other tests ask for a name or a component as a whole, which other checks judge: hints.

use std::collections::HashSet;

use super::references::{self, Row};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::checks::forms::label_fields::unlabelled_field_of;
use crate::checks::scripts::aria_value_invalid;
use crate::checks::tables::kinds::{is_header, may_be_data};
use crate::dom::{Attr, Document, Element, NodeId};
use crate::rgaa::test;
use crate::source::Span;
use crate::spec::idrefs::{self, Shape, Target};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaReferenceMissing;

struct AriaReferenceMissing;

static META: Meta = Meta {
    id: "aria-reference-missing",
    level: Level::Error,
    review_level: Level::Warning,
    html_error: true,
    title: text(
        "Renvoi à un élément absent",
        "Reference to a missing element",
    ),
    why: text(
        "Un attribut qui désigne un élément par son identifiant reste sans effet si aucun élément ne le porte : l’étiquette, la \
         description ou le lien entre deux éléments se perd, sans que rien ne se voie.",
        "An attribute that names an element by its id has no effect if no element has that id: the label, the description or the tie \
         between two elements is lost, and nothing shows it.",
    ),
    fix: text(
        "Corriger l’identifiant, ou le donner à l’élément voulu ; ôter l’attribut s’il ne sert plus.",
        "Mend the id, or give it to the element you mean; remove the attribute if it is of no use any more.",
    ),
    proofs: &[
        Proof::refutes(&[test(5, 7, 4)]),
        Proof::refutes(&[test(11, 1, 2)]),
        Proof::refutes(&[references::DESCRIBED]),
        Proof::hints(&[test(1, 1, 1)]),
        Proof::hints(&[test(1, 1, 5)]),
        Proof::hints(&[test(1, 1, 6)]),
        Proof::hints(&[test(1, 1, 7)]),
        Proof::hints(&[test(1, 1, 8)]),
        Proof::hints(&[test(5, 4, 1)]),
        Proof::hints(&[test(6, 1, 1)]),
        Proof::hints(&[test(7, 1, 1)]),
        Proof::hints(&[test(11, 1, 1)]),
        Proof::hints(&[test(11, 2, 4)]),
        Proof::hints(&[test(11, 9, 1)]),
    ],
    interest: &[
        Interest::Attributes(&[
            "aria-activedescendant",
            "aria-controls",
            "aria-describedby",
            "aria-details",
            "aria-errormessage",
            "aria-flowto",
            "aria-labelledby",
            "aria-owns",
            "commandfor",
            "for",
            "form",
            "headers",
            "itemref",
            "list",
            "popovertarget",
            "usemap",
        ]),
        Interest::Page,
    ],
    fail: &[
        "<input aria-labelledby=nom>",
        "<label for=nom>Nom</label><input>",
        "<table><tr><td id=a>Lieu<tr><td headers=a>Mairie</table>",
        "<img src=plan.png alt=Plan usemap=#plan>",
        "<input title=Ville list=villes><ul id=villes><li>Dax</ul>",
    ],
    review: &[
        "<script src=menu.js></script><button aria-expanded=false aria-controls=menu>Menu</button>",
    ],
    pass: &[
        "<label for=nom>Nom</label><input id=nom>",
        "<img src=plan.png alt=Plan usemap=#plan><map name=plan></map>",
    ],
    na: &[
        "<p>Sans renvoi</p>",
        "<input title=Nom aria-errormessage=erreur>",
    ],
    ..Meta::NEW
};

const ABSENT: Text = text(
    "{attribute} désigne l’identifiant « {id} », qu’aucun élément de la page ne porte : {cost}",
    "{attribute} names the id \"{id}\", which no element of the page has: {cost}",
);
const ABSENT_MAP: Text = text(
    "{attribute} désigne « {id} », mais aucun élément <map> de la page n’a ce nom : {cost}",
    "{attribute} names \"{id}\", but no <map> element of the page has this name: {cost}",
);
const WRONG_KIND: Text = text(
    "{attribute} désigne « {id} », un élément <{tag}> qui n’est pas {kind} : {cost}",
    "{attribute} names \"{id}\", a <{tag}> element that is not {kind}: {cost}",
);
const ASK: Text = text(
    "{attribute} désigne l’identifiant « {id} », qu’aucun élément de la page ne porte : un script le crée-t-il ? Sinon, {cost}",
    "{attribute} names the id \"{id}\", which no element of the page has: does a script make it? If not, {cost}",
);
const NEAR: Text = text(
    "un élément porte l’identifiant « {id} » : est-ce lui ?",
    "an element has the id \"{id}\": is it this one?",
);
const NAMED: Text = text("l’élément désigné", "the element it names");
const AGAIN: Text = text("désigné aussi ici", "named here too");
const FIELD: Text = text(
    "est-ce le champ attendu ? rien ne le nomme",
    "is this the field it is for? nothing names it",
);

const A_FORM: Text = text("un formulaire (<form>)", "a form (<form>)");
const A_DATALIST: Text = text(
    "une liste de suggestions (<datalist>)",
    "a list of suggestions (<datalist>)",
);
const A_HEADER: Text = text("un en-tête (<th>)", "a header (<th>)");
const A_POPOVER: Text = text(
    "une bulle (attribut popover)",
    "a popover (popover attribute)",
);

/// A reference to nothing that will do.
struct Missing<'p> {
    element: Element<'p>,
    row: &'static Row,
    id: &'p str,
    place: Span,
    /// Other ids of the attribute name elements.
    partly: bool,
    /// What the id names, when that is of the wrong kind.
    wrong: Option<(Element<'p>, &'static Text)>,
}

/// Elements with `usemap`.
#[derive(Default)]
struct Images(Vec<NodeId>);

impl Check for AriaReferenceMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let name = attr.name();
        let Some(known) = idrefs::reference(element.name(), name) else {
            return;
        };
        if !element.is_html() && !name.starts_with("aria-") {
            return;
        }
        if known.shape == Shape::MapName {
            return cx.memory::<Images>().0.push(element.id());
        }
        if name == "aria-controls" && aria_value_invalid::controls_nothing(element, cx) {
            return;
        }
        if name == "aria-errormessage" && !is_invalid(element) {
            return;
        }
        let Some(row) = references::row_of(element, name) else {
            return;
        };
        let semantics = cx.semantics();
        // Of tables of data, `headers-target-invalid` tells all but the cells that are no headers.
        let table = element
            .closest(&["table"])
            .filter(|t| name == "headers" && may_be_data(*t, cx));
        let heads = |target: Element<'p>| {
            !target.is("td") || target == element || is_header(target, semantics)
        };
        let good = |target: Element<'p>| match known.target {
            Target::HeaderCell => heads(target),
            kind => wrong_kind(target, kind).is_none(),
        };
        let partly = semantics
            .references(element, name)
            .any(|r| r.element.is_some_and(good));
        let mut missing = false;
        for reference in semantics.references(element, name) {
            let told = table.is_some()
                && reference
                    .element
                    .is_none_or(|target| target.closest(&["table"]) != table);
            if told || reference.element.is_some_and(good) {
                continue;
            }
            missing = true;
            let wrong = reference
                .element
                .and_then(|target| Some((target, wrong_kind(target, known.target)?)));
            let one = Missing {
                element,
                row,
                id: reference.id,
                place: reference.place,
                partly,
                wrong,
            };
            report(&one, cx);
        }
        if partly && !missing {
            cx.pass();
        }
    }

    /// Image maps are named by `name`, or `id` (HTML Standard, «rules for parsing a hash-name reference»).
    fn page<'p>(&self, cx: &mut Context<'p>) {
        let images = std::mem::take(cx.memory::<Images>()).0;
        if images.is_empty() {
            return;
        }
        let doc = cx.doc();
        let names: HashSet<&str> = doc
            .elements()
            .filter(|e| e.is("map") && !e.in_template())
            .flat_map(|map| [map.attr("name"), map.attr("id")])
            .flatten()
            .collect();
        for image in images.into_iter().filter_map(|id| doc.element(id)) {
            let Some(attr) = image.attribute("usemap") else {
                continue;
            };
            let name = attr.value().split_once('#').map(|(_, name)| name);
            match (name, references::row_of(image, "usemap")) {
                // `name-invalid` tells that it names nothing.
                (None | Some(""), _) => {}
                (Some(name), _) if names.contains(name) => cx.pass(),
                (_, Some(row)) => report(
                    &Missing {
                        element: image,
                        row,
                        id: attr.value(),
                        place: attr.place(),
                        partly: false,
                        wrong: None,
                    },
                    cx,
                ),
                _ => {}
            }
        }
    }
}

fn is_invalid(element: Element<'_>) -> bool {
    element
        .attr("aria-invalid")
        .is_some_and(|v| !matches!(v.trim_ascii(), "" | "false"))
}

/// What the target should have been, if it is something else.
fn wrong_kind(target: Element<'_>, kind: Target) -> Option<&'static Text> {
    let (fits, kind) = match kind {
        Target::Form => (target.is("form"), &A_FORM),
        Target::Datalist => (target.is("datalist"), &A_DATALIST),
        Target::Popover => (target.has_attr("popover"), &A_POPOVER),
        Target::HeaderCell => (!target.is("td"), &A_HEADER),
        // Judged by the checks on labels.
        Target::Any | Target::Labelable | Target::Map => return None,
    };
    (!fits).then_some(kind)
}

fn report<'p>(one: &Missing<'p>, cx: &mut Context<'p>) {
    let Missing { element, row, .. } = *one;
    let field = match element.is("label") {
        true => unlabelled_field_of(element, cx),
        false => None,
    };
    let certain = is_certain(one, field, cx);
    // A dangling `for` breaks 11.1.2 only beside the field it is for; nothing is broken for people by what is not rendered.
    let shown = cx.semantics().is_rendered(element);
    let tests = match (element.is("label") && field.is_none()) || (certain && !shown) {
        true => Vec::new(),
        false => references::tests(element, row.attribute, one.partly, cx),
    };
    let message = match one.wrong {
        Some(_) => &WRONG_KIND,
        None if row.attribute == "usemap" => &ABSENT_MAP,
        None if certain => &ABSENT,
        None => &ASK,
    };
    let cost = match one.partly && row.attribute == "aria-labelledby" {
        true => &references::PARTIAL,
        false => &row.cost,
    };
    let level = match certain {
        // HTML 4.9.11 asks that each id of `headers` be that of a header.
        true if one.partly && row.attribute != "headers" => row.level.min(Level::Warning),
        true => row.level,
        // A closed menu that a script makes when it opens is common: say it softly.
        false if is_closed(element) => Level::Note,
        false => Level::Warning.min(row.level),
    };
    let target = (element, one.place);
    let what = format!("{} {}", row.attribute, one.id);
    let finding = match certain {
        true => cx.fail_together(target, message, &what, &AGAIN),
        false => cx.review_together(target, message, &what, &AGAIN),
    };
    let Some(finding) = finding else { return };
    let finding = finding
        .arg("attribute", row.attribute)
        .arg("id", one.id)
        .arg_text("cost", cost)
        .level(level)
        .tests(&tests);
    if let Some((wrong, kind)) = one.wrong {
        finding
            .arg("tag", wrong.name())
            .arg_text("kind", kind)
            .related(wrong.place(), &NAMED);
    } else if let Some(near) = near(element.document(), one.id) {
        let id = near.attr("id").unwrap_or_default();
        finding.related(near.place(), &NEAR).related_arg("id", id);
    } else if let Some(field) = field {
        finding.related(field.place(), &FIELD);
    }
}

/// Whether nothing in the files explains the absence.
fn is_certain<'p>(one: &Missing<'p>, field: Option<Element<'p>>, cx: &Context<'p>) -> bool {
    let scripts = cx.scripts_may_change();
    let rendered = cx.semantics().is_rendered(one.element);
    if field.is_some() {
        return rendered;
    }
    !scripts || (rendered && !one.row.made_by_scripts)
}

fn is_closed(control: Element<'_>) -> bool {
    control.attr_is("aria-expanded", "false") || control.has_attr("aria-haspopup")
}

/// The element that was probably meant: its id differs by a `#`, by spaces or by case.
fn near<'p>(doc: &'p Document, id: &str) -> Option<Element<'p>> {
    let bare = id.trim().trim_start_matches('#');
    let lower = bare.to_lowercase();
    let joined = bare.split_whitespace().collect::<Vec<_>>().join("-");
    [bare, &lower, &joined]
        .into_iter()
        .find_map(|id| doc.by_id(id))
}
