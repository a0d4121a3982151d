//! What tables and cells are, for the checks of this folder.

use crate::check::{Context, DeclaredTable};
use crate::dom::Element;
use crate::semantics::{Semantics, Slots, TableCell};

/// Whether the cell is a header: `th`, or one of the roles that stand for it.
pub fn is_header<'p>(cell: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    cell.is("th") || has_header_role(cell, semantics)
}

/// Whether the element has a role of header.
pub fn has_header_role<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    matches!(
        semantics.explicit_role(e),
        Some("columnheader" | "rowheader")
    )
}

/// Whether the table says that it only lays things out, the one way RGAA 5.3.1 knows.
pub fn is_declared_layout<'p>(table: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    matches!(
        semantics.explicit_role(table),
        Some("none" | "presentation")
    )
}

/// What the user declared the table to be.
pub fn declared(table: Element<'_>, cx: &Context<'_>) -> Option<DeclaredTable> {
    cx.options().elements.table(table)
}

/// Whether the table is one of data by the user's word.
pub fn is_declared_data(table: Element<'_>, cx: &Context<'_>) -> bool {
    matches!(
        declared(table, cx),
        Some(DeclaredTable::Data | DeclaredTable::Complex)
    )
}

/// Whether the table may be of data: shown, exposed, and not declared to be anything else, by its role or by the user.
pub fn may_be_data<'p>(table: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    semantics.is_exposed(table)
        && declared(table, cx) != Some(DeclaredTable::Layout)
        && matches!(
            semantics.explicit_role(table),
            None | Some("table" | "grid" | "treegrid")
        )
}

/// Whether the element is a table by its role alone.
pub fn is_aria_table<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    !e.is("table")
        && matches!(
            semantics.explicit_role(e),
            Some("table" | "grid" | "treegrid")
        )
}

/// The table whose cell the element is.
pub fn table_of(cell: Element<'_>) -> Option<Element<'_>> {
    cell.closest(&["table"])
}

/// The `th` that stand alone on a whole row between two rows of data: titles of a part of the table. They head neither a whole column,
/// which has data above them, nor a whole row, which has nothing else.
pub fn part_titles<'s, 'p>(slots: &'s Slots<'p>) -> impl Iterator<Item = &'s TableCell<'p>> {
    let is_data = |cell: &TableCell<'_>| cell.element.is("td") && !cell.element.text_is_blank();
    let mut data = slots.cells.iter().filter(|c| is_data(c)).map(|c| c.y);
    let first = data.next().unwrap_or(usize::MAX);
    let last = data.next_back().unwrap_or(0);
    slots.cells.iter().filter(move |cell| {
        cell.width == slots.width
            && slots.width > 1
            && cell.height == 1
            && first < cell.y
            && cell.y < last
            && cell.element.is("th")
            && !cell.element.text_is_blank()
    })
}

/// The first row of the table proper: after rows that one cell fills, which are titles of it.
pub fn first_row(slots: &Slots<'_>) -> usize {
    let is_title = |y: &usize| {
        slots
            .at(0, *y)
            .is_some_and(|c| c.width == slots.width && slots.width > 1 && c.height == 1)
    };
    (0..slots.height).take_while(is_title).count()
}

/// The rows of a table by role, each with its cells: what is in a `row` and has the role of a cell. Rows of tables inside it are not
/// told apart, so such tables have none.
pub fn aria_rows<'p>(table: Element<'p>, semantics: &'p Semantics<'p>) -> Vec<Vec<Element<'p>>> {
    let mut rows: Vec<Vec<Element<'p>>> = Vec::new();
    let mut end = 0;
    for e in table.descendants() {
        if e.is("table") || is_aria_table(e, semantics) {
            return Vec::new();
        }
        if !e.has_attr("role") {
            continue;
        }
        match semantics.explicit_role(e) {
            Some("row") => {
                end = e.subtree_end();
                rows.push(Vec::new());
            }
            Some("cell" | "gridcell" | "columnheader" | "rowheader") if e.id() < end => {
                if let Some(row) = rows.last_mut() {
                    row.push(e);
                }
            }
            _ => {}
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}
