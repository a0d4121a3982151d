//! RGAA 5.7.5: `role="rowheader"` on headers of columns, or `role="columnheader"` on headers of rows.
//!
//! Certain where nothing else can be headed: in a table without merged cells, the whole first row says `rowheader` above rows without a
//! header but their first cell; or, under a row of headers, the first cell of every other row says `columnheader` beside data. Refutes;
//! what other cells head is for a person. Where no cell has such a role, nothing applies.

use std::collections::HashSet;

use super::kinds::{is_header, may_be_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HeaderRoleDirection;

struct HeaderRoleDirection;

const DIRECTION: TestId = test(5, 7, 5);

static META: Meta = Meta {
    id: "header-role-direction",
    title: text(
        "Rôle d’en-tête de la mauvaise direction",
        "Header role of the wrong direction",
    ),
    why: text(
        "Les lecteurs d’écran lisent l’en-tête avec les mauvaises cellules, ou avec aucune.",
        "Screen readers read the header along with the wrong cells, or with none.",
    ),
    fix: text(
        "Écrire role=\"columnheader\" sur un en-tête de colonne, role=\"rowheader\" sur un en-tête de ligne ; un <th> avec scope suffit.",
        "Write role=\"columnheader\" on a column header, role=\"rowheader\" on a row header; a <th> with scope is enough.",
    ),
    proofs: &[Proof::refutes(&[DIRECTION]).inapplicable_without_targets()],
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<table><tr><th role=rowheader>Rue<th role=rowheader>Date<tr><td>Gare<td>3 mai</table>",
        "<div role=table aria-label=Rues><div role=row><span role=columnheader>Rue</span><span role=columnheader>Date</span></div>\
         <div role=row><span role=columnheader>Gare</span><span role=cell>3 mai</span></div></div>",
    ],
    pass: &[
        "<table><tr><th role=columnheader>Rue<th role=columnheader>Date<tr><td>Gare<td>3 mai</table>",
    ],
    na: &["<table><tr><th scope=col>Rue<tr><td>Gare</table>"],
    ..Meta::NEW
};

const ROW: Text = text(
    "ces {count} en-têtes de la première ligne portent role=\"rowheader\", alors qu’ils coiffent des colonnes",
    "these {count} headers of the first row have role=\"rowheader\", though they head columns",
);
const COLUMN: Text = text(
    "cet en-tête en début de ligne porte role=\"columnheader\", alors qu’il est celui de la ligne",
    "this header at the beginning of a row has role=\"columnheader\", though it is that of the row",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for HeaderRoleDirection {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, header: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !super::kinds::has_header_role(header, semantics) || !semantics.is_exposed(header) {
            return;
        }
        cx.leave_open(&[DIRECTION]);
        // Judged once a table, at the first of its headers with a role.
        let Some(table) = table_around(header, cx) else {
            return;
        };
        if !cx.memory::<HashSet<NodeId>>().insert(table.id()) {
            return;
        }
        let rows = rows(table, cx);
        let [first, body @ ..] = &rows[..] else {
            return;
        };
        let is = |e: &Element<'p>, role: &str| semantics.explicit_role(*e) == Some(role);
        let heads = |e: &Element<'p>| is_header(*e, semantics);
        let regular = rows.windows(2).all(|pair| pair[0].len() == pair[1].len());
        let spans = ["colspan", "rowspan", "aria-colspan", "aria-rowspan"];
        let spanned = |e: &Element<'p>| spans.iter().any(|s| e.has_attr(s));
        if !regular || first.len() < 2 || body.is_empty() || rows.iter().flatten().any(spanned) {
            return;
        }
        let data_after_first = body.iter().all(|row| !row[1..].iter().any(heads));
        if !data_after_first {
            return;
        }
        if first.iter().all(|e| is(e, "rowheader")) {
            cx.fail(first[0], &ROW).arg("count", first.len());
        } else if first[1..].iter().all(heads) && first[1..].iter().all(|e| !is(e, "rowheader")) {
            for row in body.iter().filter(|row| is(&row[0], "columnheader")) {
                cx.fail_together(row[0], &COLUMN, "", &ALSO);
            }
        }
    }
}

/// The table that may hold data around a cell, by element or by role.
fn table_around<'p>(cell: Element<'p>, cx: &Context<'p>) -> Option<Element<'p>> {
    let semantics = cx.semantics();
    let table = cell.ancestors().find(|e| {
        e.is("table") || e.has_attr("role") && is_table_role(semantics.explicit_role(*e))
    })?;
    (!table.is("table") || may_be_data(table, cx)).then_some(table)
}

fn is_table_role(role: Option<&str>) -> bool {
    matches!(role, Some("table" | "grid" | "treegrid"))
}

/// The rows of a table, each with its cells; those of a table by role are found by their roles.
fn rows<'p>(table: Element<'p>, cx: &Context<'p>) -> Vec<Vec<Element<'p>>> {
    let semantics = cx.semantics();
    if table.is("table") {
        let grid = semantics.table(table);
        return grid.rows.iter().map(|row| row.cells.clone()).collect();
    }
    super::kinds::aria_rows(table, semantics)
}
