//! ACT d0f69e: a header cell that no data cell is tied to.
//!
//! HTML Standard 4.9.12.2 ties a data cell to the `th` its `headers` lists, else to those of its column and of its row. A `th` with words
//! is at fault when, in a table that has data, no `td` without `headers` is in its columns nor in its rows, and no
//! cell lists it. That is wider than the Standard, which also asks for the direction: a cell counts wherever it is. A missing cell or a wrong `colspan` is the usual cause. No test of the RGAA says so outright: hints for 5.6.1,
//! 5.6.2 and 5.7.1.

use std::collections::HashSet;

use super::kinds::{may_be_data, part_titles};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ThHeadsNothing;

struct ThHeadsNothing;

static META: Meta = Meta {
    id: "th-heads-nothing",
    level: Level::Warning,
    title: text(
        "En-tête qui ne coiffe aucune cellule",
        "Header that heads no cell",
    ),
    why: text(
        "L’en-tête n’est lu avec aucune donnée, et les données décalées le sont avec le mauvais en-tête.",
        "The header is read with no data, and shifted data are read with the wrong header.",
    ),
    fix: text(
        "Écrire la cellule manquante, même vide, corriger colspan ou headers, ou retirer l’en-tête.",
        "Write the missing cell, be it empty, mend colspan or headers, or remove the header.",
    ),
    proofs: &[Proof::hints(&[test(5, 6, 1), test(5, 6, 2), test(5, 7, 1)])],
    act: &["d0f69e"],
    interest: &[Interest::Elements(&["table"])],
    fail: &["<table><tr><th>Rue<th>Date<tr><td>Gare</table>"],
    pass: &["<table><tr><th>Rue<th>Date<tr><td>Gare<td></table>"],
    na: &[
        "<table><tr><td>Gare<td>3 mai</table>",
        "<table><tr><th>Rue<th>Date</table>",
    ],
    ..Meta::NEW
};

const ALONE: Text = text(
    "cet en-tête ne coiffe aucune cellule : il n’y a pas de <td> dans sa colonne ni dans sa ligne qui lui soit relié",
    "this header heads no cell: there is no <td> in its column or row that is tied to it",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for ThHeadsNothing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        let grid = semantics.table(table);
        let has = |name| grid.cells().any(|c| c.is(name));
        if !has("th") || !has("td") {
            return;
        }
        let Some(slots) = grid.slots() else { return };
        // Rows and columns with a cell that is tied to the headers around it.
        let (mut rows, mut columns) = (vec![false; slots.height], vec![false; slots.width]);
        let mut listed: HashSet<NodeId> = HashSet::new();
        for cell in &slots.cells {
            if cell.element.has_attr("headers") {
                let headers = semantics.references(cell.element, "headers");
                listed.extend(headers.filter_map(|h| h.element).map(Element::id));
            } else if cell.element.is("td") {
                rows[cell.rows()].fill(true);
                columns[cell.columns()].fill(true);
            }
        }
        // The corner heads the headers of the rows.
        for cell in slots.cells.iter().filter(|c| c.element.is("th")) {
            if rows[cell.rows()].contains(&true) {
                columns[cell.columns()].fill(true);
            }
        }
        let titles: HashSet<NodeId> = part_titles(slots).map(|c| c.element.id()).collect();
        for cell in slots.cells.iter().filter(|c| c.element.is("th")) {
            let th = cell.element;
            if th.text_is_blank() || !semantics.is_exposed(th) {
                continue;
            }
            let heads = columns[cell.columns()].contains(&true)
                || rows[cell.rows()].contains(&true)
                || listed.contains(&th.id())
                || titles.contains(&th.id());
            if heads {
                cx.pass();
            } else {
                cx.fail_together(th, &ALONE, "", &ALSO);
            }
        }
    }
}
