//! RGAA 5.6.1, 5.6.2: `scope` on a `td`.
//!
//! The author says that the cell heads a column (5.6.1) or a row (5.6.2), and a header must be a `th` or have a role of header. `scope` is
//! also obsolete on `td` (WHATWG HTML 16.2). In a table of layout it is `layout-table-data-markup`'s. Other values of `scope` say nothing
//! of which test, so they name none.

use super::kinds::{has_header_role, is_declared_layout, table_of};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TdScope;

struct TdScope;

static META: Meta = Meta {
    id: "td-scope",
    title: text("En-tête écrit avec td", "Header cell written with td"),
    why: text(
        "scope ne fait pas d’un <td> un en-tête : les lecteurs d’écran ne le lisent pas avec les cellules de sa ligne ou de sa colonne.",
        "scope does not make a <td> a header: screen readers do not read it along with the cells of its row or column.",
    ),
    fix: text(
        "Remplacer <td scope=\"…\"> par <th scope=\"…\">.",
        "Replace <td scope=\"…\"> with <th scope=\"…\">.",
    ),
    proofs: &[
        Proof::refutes(&[test(5, 6, 1)]),
        Proof::refutes(&[test(5, 6, 2)]),
    ],
    interest: &[Interest::Elements(&["td"])],
    fail: &["<table><tr><th>An<th>Budget<tr><td scope=row>2024<td>12</table>"],
    pass: &["<table><tr><td scope=row role=rowheader>2024<td>12</table>"],
    na: &["<table><tr><th scope=row>2024<td>12</table>"],
    ..Meta::NEW
};

const SCOPE: Text = text(
    "cette cellule est un <td> avec scope=\"{scope}\" : un en-tête s’écrit avec <th>",
    "this cell is a <td> with scope=\"{scope}\": a header is written with <th>",
);

const ALSO: Text = text("cette cellule aussi", "this cell too");

impl Check for TdScope {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, cell: Element<'p>, cx: &mut Context<'p>) {
        let Some(scope) = cell.attribute("scope") else {
            return;
        };
        let semantics = cx.semantics();
        if table_of(cell).is_none_or(|table| is_declared_layout(table, semantics)) {
            return;
        }
        if has_header_role(cell, semantics) {
            return cx.pass();
        }
        let tests: &[_] = match scope.value().trim_ascii() {
            s if s.eq_ignore_ascii_case("col") => &[test(5, 6, 1)],
            s if s.eq_ignore_ascii_case("row") => &[test(5, 6, 2)],
            _ => &[],
        };
        let (target, what) = ((cell, scope.span()), scope.value());
        let draft = if semantics.is_rendered(cell) {
            cx.fail_together(target, &SCOPE, what, &ALSO)
        } else {
            cx.review_together(target, &SCOPE, what, &ALSO)
        };
        if let Some(draft) = draft {
            draft.arg("scope", scope.value()).tests(tests);
        }
    }
}
