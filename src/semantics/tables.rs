//! The cells of a table and the slots they cover (WHATWG HTML 4.9.12 «Forming a table»).

use std::cell::OnceCell;
use std::rc::Rc;

use super::Semantics;
use crate::dom::Element;

/// A table's own rows; those of tables inside it are theirs.
#[derive(Debug)]
pub struct Table<'a> {
    /// Those that have cells, in order; those of `tfoot` last, where they are shown.
    pub rows: Vec<Row<'a>>,
    /// A cell covers several rows or columns.
    pub spans: bool,
    slots: OnceCell<Option<Slots<'a>>>,
}

/// A `tr`.
#[derive(Debug)]
pub struct Row<'a> {
    pub element: Element<'a>,
    /// Whether it is in a `thead`.
    pub in_head: bool,
    pub cells: Vec<Element<'a>>,
    /// The rank of its row group (`thead`, `tbody`, `tfoot`; bare rows in between) in the table.
    group: u32,
}

/// A cell and the slots it covers; `x`, `y` are those of its first one, from 0.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    pub element: Element<'a>,
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
}

impl Cell<'_> {
    /// The rows it is in.
    pub fn rows(&self) -> std::ops::Range<usize> {
        self.y..self.y + self.height
    }

    /// The columns it is in.
    pub fn columns(&self) -> std::ops::Range<usize> {
        self.x..self.x + self.width
    }
}

/// Where the cells of a table are.
#[derive(Debug)]
pub struct Slots<'a> {
    pub cells: Vec<Cell<'a>>,
    pub width: usize,
    pub height: usize,
    /// For each slot, row by row, the rank of its first cell; [`HOLE`] where there is none.
    at: Vec<u32>,
}

const HOLE: u32 = u32::MAX;

/// Slots of the largest table whose cells are placed. Of larger ones only the rows are known.
const MAX_SLOTS: usize = 1 << 16;

/// Tables kept at once: one with [`MAX_SLOTS`] takes much more memory than it takes to write.
const MAX_KEPT: usize = 64;

impl<'a> Semantics<'a> {
    /// The rows of a `table`, kept for the next check that asks.
    pub fn table(&self, table: Element<'a>) -> Rc<Table<'a>> {
        let mut kept = self.tables.borrow_mut();
        if let Some(known) = kept.get(&table.id()) {
            return known.clone();
        }
        if kept.len() >= MAX_KEPT {
            kept.clear();
        }
        let new = Rc::new(Table::of(table));
        kept.insert(table.id(), new.clone());
        new
    }
}

impl<'a> Table<'a> {
    fn of(table: Element<'a>) -> Table<'a> {
        let mut read = Table {
            rows: Vec::new(),
            spans: false,
            slots: OnceCell::new(),
        };
        let mut feet = Vec::new();
        let mut group = 0;
        let mut bare = false;
        for child in table.child_elements() {
            if child.is("tr") {
                group += u32::from(!bare);
                bare = true;
                read.push(child, false, group);
            } else if child.is("tfoot") {
                feet.push(child);
                bare = false;
            } else if child.is_any(&["thead", "tbody"]) {
                group += 1;
                bare = false;
                read.push_group(child, group);
            }
        }
        for foot in feet {
            group += 1;
            read.push_group(foot, group);
        }
        read
    }

    fn push_group(&mut self, rows: Element<'a>, group: u32) {
        for row in rows.child_elements().filter(|e| e.is("tr")) {
            self.push(row, rows.is("thead"), group);
        }
    }

    fn push(&mut self, row: Element<'a>, in_head: bool, group: u32) {
        let cells: Vec<Element<'a>> = row
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
                group,
            });
        }
    }

    /// All cells, in order.
    pub fn cells(&self) -> impl Iterator<Item = Element<'a>> {
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

    /// Where the cells are; `None` for a table too large. Rows without cells have no slots.
    pub fn slots(&self) -> Option<&Slots<'a>> {
        self.slots.get_or_init(|| place(&self.rows)).as_ref()
    }
}

/// WHATWG HTML 4.9.12.1, «algorithm for processing rows»: a cell goes to the first free slot of its row; one that covers several rows ends
/// with its row group.
fn place<'a>(rows: &[Row<'a>]) -> Option<Slots<'a>> {
    let mut cells: Vec<Cell<'a>> = Vec::new();
    // For each column, the first row that is free below what grows into it.
    let mut free_from: Vec<usize> = Vec::new();
    let mut group_end = 0;
    for (y, row) in rows.iter().enumerate() {
        if y >= group_end {
            let more = rows[y..].iter().take_while(|r| r.group == row.group);
            group_end = y + more.count();
        }
        let mut x = 0;
        for &element in &row.cells {
            while free_from.get(x).is_some_and(|&free| free > y) {
                x += 1;
            }
            let width = span(element, "colspan").clamp(1, 1000);
            let height = match span(element, "rowspan") {
                0 if element.has_attr("rowspan") => group_end - y,
                height => height.clamp(1, group_end - y),
            };
            let end = x + width;
            if free_from.len() < end {
                free_from.resize(end, 0);
            }
            if free_from.len().saturating_mul(rows.len()) > MAX_SLOTS {
                return None;
            }
            for free in &mut free_from[x..end] {
                *free = (*free).max(y + height);
            }
            cells.push(Cell {
                element,
                x,
                y,
                width,
                height,
            });
            x = end;
        }
    }
    let (width, height) = (free_from.len(), rows.len());
    let mut at = vec![HOLE; width * height];
    for (rank, cell) in cells.iter().enumerate() {
        for y in cell.rows() {
            for slot in &mut at[y * width + cell.x..][..cell.width] {
                if *slot == HOLE {
                    *slot = rank as u32;
                }
            }
        }
    }
    Some(Slots {
        cells,
        width,
        height,
        at,
    })
}

/// A span (`colspan`, `rowspan`, `span`) as written: leading digits, else 1; 0 is kept.
pub fn span(cell: Element<'_>, name: &str) -> usize {
    let written = cell.attr(name).unwrap_or("").trim_ascii_start();
    let written = written.strip_prefix('+').unwrap_or(written);
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    match &written[..digits] {
        "" => 1,
        digits => digits.parse().unwrap_or(usize::MAX),
    }
}

impl<'a> Slots<'a> {
    /// The cell at a slot.
    pub fn at(&self, x: usize, y: usize) -> Option<&Cell<'a>> {
        let rank = *self.at.get(y * self.width + x)?;
        self.cells.get(rank as usize)
    }

    /// The cells of a row, each once a slot.
    pub fn row(&self, y: usize) -> impl Iterator<Item = &Cell<'a>> {
        (0..self.width).filter_map(move |x| self.at(x, y))
    }

    /// The cells of a column, each once a slot.
    pub fn column(&self, x: usize) -> impl Iterator<Item = &Cell<'a>> {
        (0..self.height).filter_map(move |y| self.at(x, y))
    }
}

#[cfg(test)]
mod tests {
    use crate::dom;
    use crate::semantics::Semantics;
    use crate::source::Source;

    /// Each cell's text with its first slot and size.
    fn placed(table: &str) -> Vec<String> {
        let doc = dom::parse(Source::decode("t.html", table.as_bytes().to_vec()));
        let semantics = Semantics::new(&doc);
        let table = doc.elements().find(|e| e.is("table")).unwrap();
        let table = semantics.table(table);
        let slots = table.slots().unwrap();
        let shown = slots.cells.iter().map(|c| {
            let name = c.element.text_content().trim().to_owned();
            format!("{name}@{},{} {}x{}", c.x, c.y, c.width, c.height)
        });
        shown.collect()
    }

    #[test]
    fn cells_go_round_those_that_cover_several_rows() {
        let table = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e</table>";
        assert_eq!(
            placed(table),
            [
                "a@0,0 1x2",
                "b@1,0 2x1",
                "c@1,1 1x1",
                "d@2,1 1x1",
                "e@0,2 1x1"
            ]
        );
    }

    #[test]
    fn a_row_group_ends_what_grows_and_feet_are_last() {
        let table = "<table><tfoot><tr><td>f</tfoot><thead><tr><th rowspan=9>a<th>b</thead>\
                     <tbody><tr><td rowspan=0>c<tr><td colspan=0>d<tr><td colspan=-1>e</table>";
        assert_eq!(
            placed(table),
            [
                "a@0,0 1x1",
                "b@1,0 1x1",
                "c@0,1 1x3",
                "d@1,2 1x1",
                "e@1,3 1x1",
                "f@0,4 1x1"
            ]
        );
    }

    #[test]
    fn a_huge_table_is_not_placed() {
        let rows = "<tr><td colspan=1000>x".repeat(100);
        let doc = dom::parse(Source::decode(
            "t.html",
            format!("<table>{rows}</table>").into_bytes(),
        ));
        let semantics = Semantics::new(&doc);
        let table = doc.elements().find(|e| e.is("table")).unwrap();
        let table = semantics.table(table);
        assert!(table.slots().is_none());
        assert_eq!(table.rows.len(), 100);
    }
}
