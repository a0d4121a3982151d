//! RGAA 5.7.4: `headers` that names something else than a cell of the same table (ACT a25f45).
//!
//! WHATWG HTML 4.9.11: each id is that of a `th` of the same table, and not of the cell itself. A cell tied to nothing, to itself or to something outside
//! is not tied to its headers, a certain failure of 5.7.4. An element of role `rowheader` or `columnheader` counts as a cell. A `td` may well be
//! the header, not marked as one: `aria-reference-missing` tells it as an error of HTML, and speaks of tables that are no data for people. Without a `headers` nor a `th` with an `id`, nothing applies; with one, only a person knows which
//! headers a cell has.

use super::kinds::{is_header, may_be_data, table_of};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HeadersTargetInvalid;

struct HeadersTargetInvalid;

const LISTED: TestId = test(5, 7, 4);

static META: Meta = Meta {
    id: "headers-target-invalid",
    html_error: true,
    title: text(
        "headers qui ne mène pas à un en-tête du tableau",
        "headers that does not lead to a header of the table",
    ),
    why: text(
        "Un lecteur d’écran lit avec la cellule le mauvais texte, ou aucun, à la place de son en-tête.",
        "A screen reader reads the wrong text, or none, in place of the cell's header.",
    ),
    fix: text(
        "Citer dans headers les id des <th> du même tableau qui coiffent la cellule.",
        "List in headers the ids of the <th> of the same table that head the cell.",
    ),
    proofs: &[Proof::refutes(&[LISTED]).inapplicable_without_targets()],
    act: &["a25f45"],
    interest: &[
        Interest::Attributes(&["headers"]),
        Interest::Elements(&["th"]),
    ],
    fail: &[
        "<table><tr><th id=a>An<tr><td headers=an>2024</table>",
        "<p id=a>An</p><table><tr><th>An<tr><td headers=a>2024</table>",
    ],
    pass: &["<table><tr><th id=a>An<tr><td headers=a>2024</table>"],
    na: &["<table><tr><th>An<tr><td>2024</table>"],
    ..Meta::NEW
};

const ITSELF: Text = text(
    "cette cellule se cite elle-même dans headers : « {id} »",
    "this cell names itself in headers: \"{id}\"",
);
const OUTSIDE: Text = text(
    "« {id} » est l’id d’un <{tag}> hors de ce tableau",
    "\"{id}\" is the id of a <{tag}> outside of this table",
);
const NO_CELL: Text = text(
    "« {id} » est l’id d’un <{tag}>, qui n’est pas une cellule",
    "\"{id}\" is the id of a <{tag}>, which is no cell",
);
const ABSENT: Text = text(
    "headers désigne l’identifiant « {id} », qu’aucun élément de la page ne porte : la cellule n’est pas reliée à cet en-tête",
    "headers names the id \"{id}\", which no element of the page has: the cell is not tied to this header",
);
const ALSO: Text = text("désigné aussi ici", "named here too");
const HERE: Text = text("l’élément cité", "the element named");

impl Check for HeadersTargetInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, th: Element<'p>, cx: &mut Context<'p>) {
        if th.has_attr("id") && table_of(th).is_some_and(|t| may_be_data(t, cx)) {
            cx.leave_open(&[LISTED]);
        }
    }

    fn attribute<'p>(&self, cell: Element<'p>, _headers: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !cell.is_any(&["td", "th"]) {
            return;
        }
        let Some(table) = table_of(cell).filter(|t| may_be_data(*t, cx)) else {
            return;
        };
        cx.leave_open(&[LISTED]);
        for reference in semantics.references(cell, "headers") {
            let Some(header) = reference.element else {
                let target = (cell, reference.place);
                if let Some(draft) = cx.fail_together(target, &ABSENT, reference.id, &ALSO) {
                    draft.arg("id", reference.id);
                }
                continue;
            };
            let message = if header == cell {
                &ITSELF
            } else if table_of(header) != Some(table) {
                &OUTSIDE
            } else if !header.is_any(&["td", "th"]) && !is_header(header, semantics) {
                &NO_CELL
            } else {
                cx.pass();
                continue;
            };
            let draft = cx
                .fail((cell, reference.place), message)
                .arg("id", reference.id);
            if header != cell {
                draft
                    .arg("tag", header.name())
                    .related(header.place(), &HERE);
            }
        }
    }
}
