//! HTML Standard 4.9.12.1 «Forming a table»: no two cells cover the same slot, and each row and column has a cell that begins in it.
//!
//! Errors: cells that overlap, that go past the end of their row group, rows and columns where no cell begins, rows that are not as wide as
//! `col` and `colgroup` say. Rows of unequal widths are a warning (Nu's). No RGAA test asks about it: 5.7 judges what the cells are tied
//! to. Tables too large to be placed are not judged. One finding a table and kind.

use super::table_grid::{Grid, Reason, Trouble};
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::Element;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TableGridBroken;

struct TableGridBroken;

static META: Meta = Meta {
    id: "table-grid-broken",
    category: Category::Conformance,
    title: text(
        "Tableau dont les cellules ne tiennent pas ensemble",
        "Table whose cells do not fit together",
    ),
    why: text(
        "Un lecteur d’écran annonce les en-têtes d’une cellule par sa place : une case vide ou prise deux fois décale tout ce qui suit.",
        "Screen readers tell a cell's headers by its place: an empty slot, or one taken twice, shifts all that follows.",
    ),
    fix: text(
        "Corriger colspan et rowspan pour que chaque case du tableau ait une cellule, et une seule.",
        "Mend colspan and rowspan so that each slot of the table has one cell, and only one.",
    ),
    interest: &[Interest::Elements(&["table"])],
    fail: &[
        "<table><tr><td rowspan=2>1<td>2<tr><td colspan=2>3</table>",
        "<table><tr><td>1<td rowspan=2>2<tr><td colspan=2>3</table>",
        "<table><tr><td>1<tr></table>",
        "<table><tr><td rowspan=2>1</table>",
        "<table><col><tr><td>1<td>2</table>",
    ],
    pass: &["<table><tr><td rowspan=2>1<td>2<tr><td>3</table>"],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const OVERLAP: Text = text(
    "cette cellule recouvre une case qu’une autre prend déjà",
    "this cell covers a slot that another one has already",
);
const OVERLAPPED: Text = text("celle-là", "that one");
const PAST_GROUP: Text = text(
    "cette cellule va plus bas que la fin de son groupe de lignes : son rowspan est trop grand",
    "this cell goes further down than the end of its row group: its rowspan is too large",
);
const EMPTY_ROW: Text = text(
    "aucune cellule ne commence dans cette ligne",
    "no cell begins in this row",
);
const EMPTY_COLUMN: Text = text(
    "aucune cellule ne commence dans la colonne {number}, que fait ce <{tag}>",
    "no cell begins in column {number}, which this <{tag}> makes",
);
const NOT_AS_MARKED: Text = text(
    "cette ligne va jusqu’à la colonne {width} ; les <col> et <colgroup> du tableau en font {columns}",
    "this row goes up to column {width}; the table's <col> and <colgroup> make {columns}",
);
const UNEVEN: Text = text(
    "cette ligne va jusqu’à la colonne {width} ; la première, jusqu’à la colonne {columns}",
    "this row goes up to column {width}; the first one, up to column {columns}",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for TableGridBroken {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        if !table.is_html() {
            return;
        }
        let Some(troubles) = Grid::judge(table) else {
            return;
        };
        if troubles.is_empty() {
            return cx.pass();
        }
        let key = table.id().to_string();
        for Trouble { at, reason } in troubles {
            let message = match reason {
                Reason::Overlap(_) => &OVERLAP,
                Reason::PastGroup => &PAST_GROUP,
                Reason::EmptyRow => &EMPTY_ROW,
                Reason::EmptyColumn(_) => &EMPTY_COLUMN,
                Reason::NotAsMarked { .. } => &NOT_AS_MARKED,
                Reason::Uneven { .. } => &UNEVEN,
            };
            let Some(draft) = cx.fail_together(at, message, &key, &ALSO) else {
                continue;
            };
            match reason {
                Reason::Overlap(other) => {
                    draft.related(other.place(), &OVERLAPPED);
                }
                Reason::EmptyColumn(number) => {
                    draft.arg("number", number).arg("tag", at.name());
                }
                Reason::NotAsMarked { width, columns } => {
                    draft.arg("width", width).arg("columns", columns);
                }
                Reason::Uneven { width, columns } => {
                    let draft = draft.arg("width", width).arg("columns", columns);
                    draft.level(Level::Warning);
                }
                Reason::PastGroup | Reason::EmptyRow => {}
            }
        }
    }
}
