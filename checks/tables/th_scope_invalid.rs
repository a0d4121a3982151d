//! RGAA 5.7.2: a `th` whose `scope` says neither row nor column, or the wrong one.
//!
//! The test accepts `row` and `col`. Any value outside WHATWG HTML 4.9.10's four breaks it. So does, in a table without merged cells, a
//! whole first row of `th` that all say `row` above rows of data, or row headers at the head of every data row that all say `col` under
//! a row of column headers: nothing else can be headed by them. `colgroup` and `rowgroup`, which HTML allows, are `th-scope-group`'s.
//!
//! Decides: in a table without merged cells whose headers are on the first row, all `col`, and in the first column, all `row`, beside and
//! above data only, no other reading is possible. Any other `th` with `scope` leaves the test to a person.

use super::kinds::{may_be_data, table_of};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::{Row, Table};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ThScopeInvalid;

struct ThScopeInvalid;

const DIRECTION: TestId = test(5, 7, 2);

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
    proofs: &[Proof::decides(&[DIRECTION])],
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
        if !th.is("th") || table_of(th).is_none_or(|t| !may_be_data(t, cx)) {
            return;
        }
        let value = scope.value().trim_ascii();
        if ["row", "col", "rowgroup", "colgroup"]
            .iter()
            .any(|v| value.eq_ignore_ascii_case(v))
        {
            // Whether it is the right one is told by the table as a whole.
            return;
        }
        let target = (th, scope.span());
        if value.is_empty() {
            cx.fail(target, &EMPTY);
        } else {
            cx.fail(target, &VALUE).arg("scope", value);
        }
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        let grid = semantics.table(table);
        if !grid.cells().any(|c| c.is("th") && c.has_attr("scope")) {
            return;
        }
        let [first, body @ ..] = &grid.rows[..] else {
            return;
        };
        let all = |cells: &[Element<'p>], scope: &str| {
            cells
                .iter()
                .all(|c| c.is("th") && c.attr_is("scope", scope))
        };
        if !grid.is_regular() {
            return cx.leave_open(&[DIRECTION]);
        }
        if is_plain(&grid) {
            return cx.pass();
        }
        cx.leave_open(&[DIRECTION]);
        if first.cells.len() < 2 || body.is_empty() {
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

/// Whether every `scope` is `col` on a `th` of the first row or `row` on one of the first column, with no header but there.
fn is_plain(grid: &Table<'_>) -> bool {
    let said = |c: &Element<'_>, scope: &str| !c.has_attr("scope") || c.attr_is("scope", scope);
    let [first, body @ ..] = &grid.rows[..] else {
        return false;
    };
    let below = !body.is_empty()
        && first
            .cells
            .iter()
            .filter(|c| c.is("th"))
            .all(|c| said(c, "col"));
    let beside = |row: &Row<'_>| {
        let [head, data @ ..] = &row.cells[..] else {
            return false;
        };
        (head.is("td") || !data.is_empty() && said(head, "row")) && data.iter().all(|c| c.is("td"))
    };
    below && body.iter().all(beside) || grid.rows.iter().all(beside)
}
