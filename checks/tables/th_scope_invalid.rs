//! RGAA 5.7.2: a `th` whose `scope` says neither row nor column, or the wrong one.
//!
//! The test accepts `row` and `col`. Any value outside WHATWG HTML 4.9.10's four breaks it. So does, in a table without merged cells, a
//! whole first row of `th` that all say `row` above rows of data, or row headers at the head of every data row that all say `col` under
//! a row of column headers: nothing else can be headed by them. `colgroup` and `rowgroup`, which HTML allows, are `th-scope-group`'s.
//! Refutes; which cells head what is otherwise for a person.

use super::grid::{Grid, may_be_data, table_of};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ThScopeInvalid;

struct ThScopeInvalid;

static META: Meta = Meta {
    id: "th-scope-invalid",
    title: text(
        "Attribut scope faux sur un en-tête",
        "Wrong scope attribute on a header cell",
    ),
    why: text(
        "Les lecteurs d’écran lisent l’en-tête avec les mauvaises cellules, ou avec aucune.",
        "Screen readers read the header along with the wrong cells, or with none.",
    ),
    fix: text(
        "Écrire scope=\"col\" sur un en-tête de colonne, scope=\"row\" sur un en-tête de ligne.",
        "Write scope=\"col\" on a column header, scope=\"row\" on a row header.",
    ),
    proofs: &[Proof::refutes(&[test(5, 7, 2)])],
    interest: &[
        Interest::Elements(&["table"]),
        Interest::Attributes(&["scope"]),
    ],
    fail: &[
        "<table><tr><th scope=column>An<th scope=column>Budget<tr><td>2024<td>12</table>",
        "<table><tr><th scope=row>An<th scope=row>Budget<tr><td>2024<td>12</table>",
    ],
    pass: &["<table><tr><th scope=col>An<th scope=col>Budget<tr><td>2024<td>12</table>"],
    na: &["<table><tr><th>An<tr><td>2024</table>"],
    ..Meta::NEW
};

const VALUE: Text = text(
    "scope=\"{scope}\" n’est pas une valeur connue : écrire col ou row",
    "scope=\"{scope}\" is not a known value: write col or row",
);
const EMPTY: Text = text(
    "l’attribut scope de cet en-tête est vide : écrire col ou row",
    "the scope attribute of this header is empty: write col or row",
);
const ROW: Text = text(
    "ces {count} en-têtes de la première ligne portent scope=\"row\", alors qu’ils coiffent des colonnes",
    "these {count} headers of the first row have scope=\"row\", though they head columns",
);
const COLUMN: Text = text(
    "ces {count} en-têtes en début de ligne portent scope=\"col\", alors qu’ils sont ceux des lignes",
    "these {count} headers at the beginning of rows have scope=\"col\", though they are those of the rows",
);

impl Check for ThScopeInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, th: Element<'p>, scope: Attr<'p>, cx: &mut Context<'p>) {
        if !th.is("th") || table_of(th).is_none_or(|t| !may_be_data(t, cx.semantics())) {
            return;
        }
        let value = scope.value().trim_ascii();
        if ["row", "col", "rowgroup", "colgroup"]
            .iter()
            .any(|v| value.eq_ignore_ascii_case(v))
        {
            return cx.pass();
        }
        let target = (th, scope.span());
        if value.is_empty() {
            cx.fail(target, &EMPTY);
        } else {
            cx.fail(target, &VALUE).arg("scope", value);
        }
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        if !may_be_data(table, cx.semantics()) {
            return;
        }
        let grid = Grid::of(table);
        let [first, body @ ..] = &grid.rows[..] else {
            return;
        };
        let all = |cells: &[Element<'p>], scope: &str| {
            cells
                .iter()
                .all(|c| c.is("th") && c.attr_is("scope", scope))
        };
        if !grid.is_regular() || first.cells.len() < 2 || body.is_empty() {
            return;
        }
        let data = |cells: &[Element<'p>]| cells.iter().all(|c| c.is("td"));
        if all(&first.cells, "row") && body.iter().all(|row| data(&row.cells[1..])) {
            cx.fail(first.element, &ROW).arg("count", first.cells.len());
        }
        let head = first.cells[1..].iter().all(|c| c.is("th"));
        if head
            && body.len() > 1
            && body
                .iter()
                .all(|row| all(&row.cells[..1], "col") && data(&row.cells[1..]))
        {
            cx.fail(body[0].cells[0], &COLUMN).arg("count", body.len());
        }
    }
}
