//! RGAA 5.6.3: a cell that other cells name as their header, or that has a role of header, heads only a part of the table and is no `th`.
//!
//! The test wants `th` of every header that does not head a whole row or column, without the roles that 5.6.1 and 5.6.2 admit. A cell
//! listed in `headers` is a header by its author's word; neither in the first row nor in the first column, with cells of its column
//! and of its row that do not list it, it heads a part. So does a cell in the middle of the data, neither in the first row nor column,
//! with a role of header and data before it on both sides. Refutes: headers that nothing declares are for a person. Without a table
//! that may hold data, nothing applies.

use std::collections::HashSet;

use super::kinds::{has_header_role, is_aria_table, may_be_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::{Semantics, Slots, TableCell};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PartHeaderNotTh;

struct PartHeaderNotTh;

const PARTIAL: TestId = test(5, 6, 3);

static META: Meta = Meta {
    id: "part-header-not-th",
    title: text(
        "En-tête d’une partie de tableau écrit sans th",
        "Header of a part of a table written without th",
    ),
    why: text(
        "Les lecteurs d’écran ne lisent avec une cellule que les en-têtes écrits avec <th>.",
        "Screen readers only read along with a cell the headers written with <th>.",
    ),
    fix: text(
        "Écrire cette cellule avec <th>, avec l’id que citent les cellules qu’elle coiffe.",
        "Write this cell with <th>, with the id that the cells it heads list.",
    ),
    proofs: &[Proof::refutes(&[PARTIAL]).inapplicable_without_targets()],
    interest: &[
        Interest::Elements(&["table"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<table><tr><th>Rue<th>Date<th>État<tr><td>Gare<td id=mai>Mai<td>Fait<tr><td>Pont<td headers=mai>2<td>Fait<tr><td>Quai<td>9 juin<td>Prévu</table>",
        "<table><tr><th>Rue<th>Date<tr><td>Gare<td>3 mai<tr><td>Pont<td role=columnheader>Juin</table>",
    ],
    pass: &["<table><tr><th>Rue<th>Date<tr><td>Gare<td>3 mai</table>"],
    na: &["<table role=presentation><tr><td>Gare<td>3 mai</table>"],
    ..Meta::NEW
};

const LISTED: Text = text(
    "cette cellule <{tag}> est citée comme en-tête par une partie du tableau : un en-tête partiel s’écrit avec <th>",
    "this <{tag}> cell is listed as a header by a part of the table: a partial header is written with <th>",
);
const ROLE: Text = text(
    "cette cellule <{tag}> a role=\"{role}\" au milieu des données : un en-tête partiel s’écrit avec <th>",
    "this <{tag}> cell has role=\"{role}\" in the middle of the data: a partial header is written with <th>",
);
const BY: Text = text("cette cellule la cite", "this cell lists it");
const ALSO: Text = text("cette cellule aussi", "this cell too");

impl Check for PartHeaderNotTh {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        cx.leave_open(&[PARTIAL]);
        let grid = semantics.table(table);
        let declared = |c: Element<'p>| c.has_attr("headers") || c.is("td") && c.has_attr("role");
        if !grid.cells().any(declared) {
            return;
        }
        let Some(slots) = grid.slots() else { return };
        let listed = listed(slots, semantics);
        for cell in inner_cells(slots).filter(|c| !c.element.is("th")) {
            let e = cell.element;
            if let Some((_, by)) = listed.iter().find(|(id, _)| *id == e.id()) {
                if is_partial(cell, slots, semantics) {
                    cx.fail(e, &LISTED)
                        .arg("tag", e.name())
                        .related(by.place(), &BY);
                }
            } else if has_header_role(e, semantics) && is_amid_data(cell, slots) {
                let role = e.attr("role").unwrap_or_default();
                if let Some(draft) = cx.fail_together(e, &ROLE, role, &ALSO) {
                    draft.arg("tag", e.name()).arg("role", role);
                }
            }
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if is_aria_table(element, cx.semantics()) {
            cx.leave_open(&[PARTIAL]);
        }
    }
}

/// Cells of neither the first row nor the first column.
fn inner_cells<'s, 'p>(slots: &'s Slots<'p>) -> impl Iterator<Item = &'s TableCell<'p>> {
    slots.cells.iter().filter(|c| c.x > 0 && c.y > 0)
}

/// More headers than this listed in one table are not looked at.
const MAX_LISTED: usize = 20;

/// What cells list as headers, each with the first cell that does.
fn listed<'p>(slots: &Slots<'p>, semantics: &'p Semantics<'p>) -> Vec<(NodeId, Element<'p>)> {
    let mut seen = HashSet::new();
    let mut listed = Vec::new();
    for cell in slots.cells.iter().filter(|c| c.element.has_attr("headers")) {
        for header in semantics
            .references(cell.element, "headers")
            .take(MAX_LISTED)
        {
            if let Some(header) = header.element
                && header != cell.element
                && seen.insert(header.id())
            {
                listed.push((header.id(), cell.element));
            }
        }
    }
    listed.truncate(MAX_LISTED);
    listed
}

/// Whether data of its column and data of its row do not list the cell among their headers.
fn is_partial<'p>(cell: &TableCell<'p>, slots: &Slots<'p>, semantics: &'p Semantics<'p>) -> bool {
    let stands_apart = |other: &TableCell<'p>| {
        other.element.is("td")
            && other.element != cell.element
            && !other.element.text_is_blank()
            && semantics
                .references(other.element, "headers")
                .take(MAX_LISTED)
                .all(|h| h.element != Some(cell.element))
    };
    slots.column(cell.x).any(stands_apart) && slots.row(cell.y).any(stands_apart)
}

/// Whether data come before the cell, above it and on its row.
fn is_amid_data(cell: &TableCell<'_>, slots: &Slots<'_>) -> bool {
    let is_data = |c: &TableCell<'_>| {
        c.element.is("td") && !c.element.has_attr("role") && !c.element.text_is_blank()
    };
    slots
        .column(cell.x)
        .take_while(|c| c.y < cell.y)
        .any(is_data)
        && slots.row(cell.y).take_while(|c| c.x < cell.x).any(is_data)
}
