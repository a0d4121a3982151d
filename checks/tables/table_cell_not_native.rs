//! RGAA 5.6.4: a cell with several headers that is neither `td` nor `th`.
//!
//! Decides. Every cell of a `table` is `td` or `th` by construction, so such tables conform whatever their headers. In a `role="table"`
//! made of other elements, whose first row is of `columnheader` and whose other rows begin with a `rowheader`, every cell beyond has both:
//! a failure. Other tables by role are left to a person, `grid` and `treegrid` too, which are widgets as often as tables. Without a table
//! that may hold data, nothing applies.

use super::kinds::{aria_rows, is_aria_table, may_be_data};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TableCellNotNative;

struct TableCellNotNative;

const CELL: TestId = test(5, 6, 4);

static META: Meta = Meta {
    id: "table-cell-not-native",
    level: Level::Warning,
    title: text(
        "Cellule à plusieurs en-têtes sans td ni th",
        "Cell with several headers without td or th",
    ),
    why: text(
        "Les rôles ARIA ne permettent pas de relier une cellule à plusieurs en-têtes : le RGAA demande de vraies cellules.",
        "ARIA roles do not allow a cell to be tied to several headers: the RGAA asks for real cells.",
    ),
    fix: text(
        "Écrire le tableau avec <table>, <tr>, <th scope> et <td>.",
        "Write the table with <table>, <tr>, <th scope> and <td>.",
    ),
    proofs: &[Proof::decides(&[CELL])],
    interest: &[
        Interest::Elements(&["table"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<div role=table aria-label=Budget><div role=row><b role=columnheader>Service</b><b role=columnheader>2024</b></div>\
         <div role=row><b role=rowheader>Écoles</b><span role=cell>12</span></div></div>",
    ],
    pass: &["<table><tr><th>Service<th>2024<tr><th>Écoles<td>12</table>"],
    na: &["<p>Sans tableau</p>"],
    ..Meta::NEW
};

const NOT_NATIVE: Text = text(
    "les cellules de ce tableau role=\"table\" ont un en-tête de ligne et un de colonne : il leur faut <td> (ici <{tag}>)",
    "the cells of this role=\"table\" have a row header and a column header: they must be <td> (here <{tag}>)",
);
const HERE: Text = text("la première de ces cellules", "the first of these cells");

impl Check for TableCellNotNative {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        if may_be_data(table, cx) {
            cx.pass();
        }
    }

    fn attribute<'p>(&self, table: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !is_aria_table(table, semantics) || !semantics.is_exposed(table) {
            return;
        }
        let rows = aria_rows(table, semantics);
        let is = |e: &Element<'p>, role: &str| semantics.explicit_role(*e) == Some(role);
        let cell = match &rows[..] {
            [first, second, ..]
                if is(&table, "table")
                    && first.len() > 1
                    && first[1..].iter().all(|e| is(e, "columnheader"))
                    && is(&second[0], "rowheader")
                    && second.len() == first.len() =>
            {
                let native = |e: &Element<'p>| e.is_any(&["td", "th"]);
                second.iter().find(|e| is(e, "cell") && !native(e)).copied()
            }
            _ => None,
        };
        match cell {
            Some(cell) => {
                cx.fail(table, &NOT_NATIVE)
                    .arg("tag", cell.name())
                    .related(cell.place(), &HERE);
            }
            None => cx.leave_open(&[CELL]),
        }
    }
}
