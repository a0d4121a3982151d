//! The rows and cells of a table, for the checks of this folder.

use crate::dom::Element;
use crate::semantics::Semantics;

/// A table's own rows; those of tables inside it are theirs.
#[derive(Debug)]
pub struct Grid<'p> {
    pub rows: Vec<Row<'p>>,
    /// A cell covers several rows or columns.
    pub spans: bool,
}

/// A `tr`.
#[derive(Debug)]
pub struct Row<'p> {
    pub element: Element<'p>,
    /// Whether it is in a `thead`.
    pub in_head: bool,
    pub cells: Vec<Element<'p>>,
}

impl<'p> Grid<'p> {
    /// Reads a `table`.
    pub fn of(table: Element<'p>) -> Grid<'p> {
        let mut grid = Grid {
            rows: Vec::new(),
            spans: false,
        };
        for child in table.child_elements() {
            if child.is("tr") {
                grid.push(child, false);
            } else if child.is_any(&["thead", "tbody", "tfoot"]) {
                for row in child.child_elements().filter(|e| e.is("tr")) {
                    grid.push(row, child.is("thead"));
                }
            }
        }
        grid
    }

    fn push(&mut self, row: Element<'p>, in_head: bool) {
        let cells: Vec<Element<'p>> = row
            .child_elements()
            .filter(|e| e.is_any(&["td", "th"]))
            .collect();
        self.spans |= cells.iter().any(|cell| {
            ["colspan", "rowspan"]
                .iter()
                .any(|span| cell.has_attr(span) && !cell.attr_is(span, "1"))
        });
        if !cells.is_empty() {
            self.rows.push(Row {
                element: row,
                in_head,
                cells,
            });
        }
    }

    /// All cells, in order.
    pub fn cells(&self) -> impl Iterator<Item = Element<'p>> {
        self.rows.iter().flat_map(|row| row.cells.iter().copied())
    }

    /// Whether every row has as many cells, none of which covers more than its place.
    pub fn is_regular(&self) -> bool {
        !self.spans
            && self
                .rows
                .windows(2)
                .all(|pair| pair[0].cells.len() == pair[1].cells.len())
    }

    /// The number of cells of the longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|r| r.cells.len()).max().unwrap_or(0)
    }
}

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

/// Whether the table may be of data: shown, exposed, and not declared to be anything else.
pub fn may_be_data<'p>(table: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    semantics.is_exposed(table)
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
