//! RGAA 5.3.1: a table of one cell that does not say it is layout.
//!
//! One `td`, no `th` and no `caption` cannot set data out in rows and columns, so the table is one of layout, which 5.3.1 asks to have
//! `role="presentation"` (`none` is the same role). So is one that the user
//! declares. Refutes: other tables of layout are for a person to recognise; without any
//! `table` there is nothing to judge. A cell that scripts may
//! fill is a question.

use super::kinds::may_be_data;
use crate::check::{Check, Context, DeclaredTable, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LayoutTableUndeclared;

struct LayoutTableUndeclared;

const LAYOUT: TestId = test(5, 3, 1);

static META: Meta = Meta {
    id: "layout-table-undeclared",
    level: Level::Warning,
    title: text(
        "Tableau de mise en forme sans role=\"presentation\"",
        "Layout table without role=\"presentation\"",
    ),
    why: text(
        "Un lecteur d’écran annonce un tableau, ses lignes et ses colonnes, là où il n’y a qu’un cadre autour d’un contenu.",
        "A screen reader announces a table, its rows and columns, where there is only a frame around some content.",
    ),
    fix: text(
        "Remplacer le tableau par un <div> mis en forme par la feuille de style, ou lui donner role=\"presentation\".",
        "Replace the table with a <div> laid out by the style sheet, or give it role=\"presentation\".",
    ),
    proofs: &[Proof::refutes(&[LAYOUT]).inapplicable_without_targets()],
    interest: &[Interest::Elements(&["table"])],
    fail: &["<table><tr><td>La mairie est fermée le lundi.</table>"],
    review: &["<table id=resultats><tr><td></table>"],
    pass: &[
        "<table role=presentation><tr><td>La mairie est fermée le lundi.</table>",
        "<table><tr><th>Lundi<td>Fermée</table>",
    ],
    na: &["<p>Sans tableau</p>"],
    ..Meta::NEW
};

const ONE_CELL: Text = text(
    "ce tableau n’a qu’une cellule : ce n’est pas un tableau de données, et il n’a pas role=\"presentation\"",
    "this table has only one cell: it is no data table, and it lacks role=\"presentation\"",
);
const BY_USER: Text = text(
    "ce tableau est déclaré de mise en forme dans vigie.toml, et n’a pas role=\"presentation\"",
    "this table is declared as layout in vigie.toml, and lacks role=\"presentation\"",
);
const EMPTY: Text = text(
    "ce tableau n’a qu’une cellule, vide : sert-il de cadre (il lui faut role=\"presentation\"), ou un script le remplit-il ?",
    "this table has only one cell, an empty one: is it a frame (it then needs role=\"presentation\"), or does a script fill it?",
);

impl Check for LayoutTableUndeclared {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        match super::kinds::declared(table, cx) {
            Some(DeclaredTable::Layout) => {
                if super::kinds::is_declared_layout(table, semantics) {
                    // How it reads line by line is still to be heard.
                    cx.leave_open(&[LAYOUT]);
                } else {
                    cx.fail_if_rendered(table, table, &BY_USER);
                }
                return;
            }
            Some(DeclaredTable::Data | DeclaredTable::Complex) => return,
            None => {}
        }
        let grid = semantics.table(table);
        let mut cells = grid.cells();
        let (Some(cell), None) = (cells.next(), cells.next()) else {
            return cx.leave_open(&[LAYOUT]);
        };
        if !cell.is("td") || table.child_elements().any(|e| e.is("caption")) {
            return cx.leave_open(&[LAYOUT]);
        }
        if super::kinds::is_declared_layout(table, semantics) {
            return cx.pass();
        }
        if !may_be_data(table, cx) {
            return cx.leave_open(&[LAYOUT]);
        }
        if cell.descendants().next().is_none() && cell.text_is_blank() {
            cx.review(table, &EMPTY);
        } else {
            cx.fail(table, &ONE_CELL);
        }
    }
}
