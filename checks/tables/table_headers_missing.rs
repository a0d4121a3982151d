//! RGAA 5.6.1, 5.6.2: a table without any header cell.
//!
//! A `thead` is the author's word that its rows are column headers: when they hold two or more `td` with text, and the table no `th` nor
//! role of header at all, the headers are there and not declared, a certain failure of 5.6.1. Any other table of two rows and two
//! columns without a header is a question: data (then 5.6 asks for headers) or layout (then 5.3.1 asks for `role="presentation"`)?
//! Every table that may hold data is a target, by element or by role: without any, 5.6.1 and 5.6.2 do not apply.

use super::kinds::{is_aria_table, is_declared_data, is_header, may_be_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::Row;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TableHeadersMissing;

struct TableHeadersMissing;

static META: Meta = Meta {
    id: "table-headers-missing",
    title: text(
        "Tableau sans cellule d’en-tête",
        "Table without a header cell",
    ),
    why: text(
        "Un lecteur d’écran lit les cellules une à une : sans en-têtes, un nombre ne dit plus à quelle ligne ni à quelle colonne il appartient.",
        "A screen reader reads cells one by one: without headers, a figure no longer says which row or column it belongs to.",
    ),
    fix: text(
        "Écrire les en-têtes avec <th scope=\"col\"> et <th scope=\"row\">. Si le tableau ne sert qu’à la mise en page : role=\"presentation\".",
        "Write headers with <th scope=\"col\"> and <th scope=\"row\">. If the table is only there for layout: role=\"presentation\".",
    ),
    proofs: &[
        Proof::refutes(&[test(5, 6, 1)]).inapplicable_without_targets(),
        Proof::hints(&[test(5, 6, 2)]).inapplicable_without_targets(),
        Proof::hints(&[test(5, 3, 1)]),
    ],
    interest: &[
        Interest::Elements(&["table"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &["<table><thead><tr><td>Année<td>Budget</thead><tr><td>2024<td>12</table>"],
    review: &["<table><tr><td>Année<td>Budget<tr><td>2024<td>12</table>"],
    pass: &["<table><tr><th>Année<th>Budget<tr><td>2024<td>12</table>"],
    na: &["<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>"],
    ..Meta::NEW
};

const HEAD: Text = text(
    "ce thead annonce des en-têtes de colonne, mais ses {count} cellules sont des <td> : il n’y a aucun <th> dans le tableau",
    "this thead announces column headers, but its {count} cells are <td>: there is no <th> in the table",
);
const NONE: Text = text(
    "ce tableau n’a aucun <th> : est-ce un tableau de données, à qui il faut des en-têtes, ou de la mise en page, à qui il faut role=\"presentation\" ?",
    "this table has no <th>: is it a data table, which needs headers, or layout, which needs role=\"presentation\"?",
);

const DATA: Text = text(
    "ce tableau de données n’a aucun <th> : lesquelles de ses cellules sont des en-têtes ?",
    "this table of data has no <th>: which of its cells are headers?",
);

const ALL_TESTS: &[TestId] = &[test(5, 3, 1), test(5, 6, 1), test(5, 6, 2)];
const DATA_TESTS: &[TestId] = &[test(5, 6, 1), test(5, 6, 2)];

const ALSO: Text = text("ce tableau aussi", "this table too");

impl Check for TableHeadersMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        let grid = semantics.table(table);
        let headers = grid.cells().any(|cell| is_header(cell, semantics));
        // On a `td`, `scope` announces a header that `td-scope` speaks of.
        let announced = grid.cells().any(|cell| cell.has_attr("scope"));
        if headers || announced || grid.rows.len() < 2 || grid.width() < 2 {
            return cx.pass();
        }
        let labels = |row: &&Row<'p>| {
            row.in_head && row.cells.iter().filter(|c| !c.text_is_blank()).count() > 1
        };
        let body = grid.rows.iter().any(|row| !row.in_head);
        match grid.rows.iter().find(labels) {
            Some(head) if body => {
                cx.fail(head.element, &HEAD)
                    .arg("count", head.cells.len())
                    .tests(&[test(5, 6, 1)]);
            }
            _ => {
                let data = is_declared_data(table, cx);
                let (question, tests) = if data {
                    (&DATA, DATA_TESTS)
                } else {
                    (&NONE, ALL_TESTS)
                };
                if let Some(draft) = cx.review_together(table, question, "", &ALSO) {
                    draft.tests(tests);
                }
            }
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if is_aria_table(element, cx.semantics()) {
            cx.pass();
        }
    }
}
