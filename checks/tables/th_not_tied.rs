//! RGAA 5.7.1: headers on both a row and a column, tied to no cell.
//!
//! Where headers stand on the first row and in the first column, each must have a unique `id`, a `scope`, or a role of header. In a table
//! without merged cells and with headers nowhere else, each heads its whole row or column, and one with none of the three is a certain
//! failure (the corner cell, of which nobody knows what it heads, aside). Headers on one row only, or in one column only, are exempt
//! (particular case of 5.7). Other tables with such headers are questions. Decides: the subjects are the `th` of tables that may hold data.

use std::collections::HashSet;

use super::kinds::{has_header_role, is_header, may_be_data, part_titles};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::test;
use crate::semantics::{Row, Semantics, Table};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ThNotTied;

struct ThNotTied;

static META: Meta = Meta {
    id: "th-not-tied",
    title: text(
        "En-têtes de tableau reliés à aucune cellule",
        "Table headers tied to no cell",
    ),
    why: text(
        "Avec des en-têtes de ligne et de colonne, un lecteur d’écran ne sait lesquels lire avec une cellule que si scope ou headers le disent.",
        "With row and column headers, a screen reader only knows which to read with a cell if scope or headers says so.",
    ),
    fix: text(
        "Ajouter scope=\"col\" aux en-têtes de colonne et scope=\"row\" aux en-têtes de ligne.",
        "Add scope=\"col\" to column headers and scope=\"row\" to row headers.",
    ),
    proofs: &[Proof::decides(&[test(5, 7, 1)])],
    interest: &[Interest::Elements(&["table"])],
    fail: &["<table><tr><td><th>2023<th>2024<tr><th>Écoles<td>4<td>5</table>"],
    review: &["<table><tr><th>An<th colspan=2>Budget<tr><th>2024<td>12<td>13</table>"],
    pass: &[
        "<table><tr><th>An<th>Budget<tr><td>2024<td>12</table>",
        "<table><tr><td><th scope=col>2024<tr><th scope=row>Écoles<td>5</table>",
    ],
    na: &["<table><tr><td>a<td>b</table>"],
    ..Meta::NEW
};

const UNTIED: Text = text(
    "ce tableau a des en-têtes de ligne et de colonne, et {count} n’ont ni scope, ni id, ni rôle d’en-tête",
    "this table has row and column headers, and {count} of them have no scope, no id and no header role",
);
const QUESTION: Text = text(
    "{count} en-têtes de ce tableau n’ont ni scope, ni id, ni rôle d’en-tête : coiffent-ils une ligne ou une colonne entière ?",
    "{count} headers of this table have no scope, no id and no header role: do they head a whole row or column?",
);
const HEADER: Text = text("cet en-tête", "this header");

/// More places than this help nobody.
const PLACES: usize = 20;

impl Check for ThNotTied {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        let grid = semantics.table(table);
        let mut headers = grid.cells().filter(|c| c.is("th")).peekable();
        if headers.peek().is_none() {
            return;
        }
        // Those that head only a part are another test's: 5.7.3.
        let titles: HashSet<NodeId> = match grid.slots() {
            Some(slots) if grid.spans => part_titles(slots).map(|c| c.element.id()).collect(),
            _ => HashSet::new(),
        };
        let untied: Vec<Element<'p>> = headers
            .filter(|th| !is_tied(*th, semantics) && !th.text_is_blank())
            .filter(|th| !titles.contains(&th.id()))
            .collect();
        if untied.is_empty() {
            return cx.pass();
        }
        let (missing, sure) = match Layout::of(&grid, semantics) {
            Layout::OneLine => return cx.pass(),
            Layout::Cross => {
                let corner = grid.rows[0].cells[0];
                let missing: Vec<_> = untied.into_iter().filter(|th| *th != corner).collect();
                if missing.is_empty() {
                    return cx.pass();
                }
                (missing, true)
            }
            Layout::Other => (untied, false),
        };
        let draft = if sure {
            cx.fail(table, &UNTIED)
        } else {
            cx.review(table, &QUESTION)
        };
        missing
            .iter()
            .take(PLACES)
            .fold(draft.arg("count", missing.len()), |draft, th| {
                draft.related(th.place(), &HEADER)
            });
    }
}

fn is_tied<'p>(th: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    th.has_attr("scope")
        || has_header_role(th, semantics)
        || th
            .attr("id")
            .is_some_and(|id| th.document().all_by_id(id).nth(1).is_none() && !id.is_empty())
}

/// Where the headers stand.
enum Layout {
    /// On one row, or in one column.
    OneLine,
    /// On the first row and in the first column, and nowhere else; no cell is merged.
    Cross,
    Other,
}

impl Layout {
    fn of<'p>(grid: &Table<'p>, semantics: &'p Semantics<'p>) -> Layout {
        let head = |cell: &Element<'p>| is_header(*cell, semantics);
        let rows_with_headers = grid
            .rows
            .iter()
            .filter(|r| r.cells.iter().any(head))
            .count();
        if rows_with_headers == 1 {
            return Layout::OneLine;
        }
        let tall = grid
            .cells()
            .any(|c| c.has_attr("rowspan") && !c.attr_is("rowspan", "1"));
        let beyond_first = |row: &Row<'p>| row.cells[1..].iter().any(head);
        if !tall && !grid.rows.iter().any(beyond_first) {
            return Layout::OneLine;
        }
        let [first, body @ ..] = &grid.rows[..] else {
            return Layout::Other;
        };
        let whole_row = first.cells[1..].iter().all(head);
        if grid.is_regular() && whole_row && !body.iter().any(beyond_first) {
            Layout::Cross
        } else {
            Layout::Other
        }
    }
}
