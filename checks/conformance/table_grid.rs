//! The slots of a table as its cells take them (HTML Standard 4.9.12.1), and what is wrong with them.

use crate::dom::Element;
use crate::semantics::span;

/// Something wrong, and where.
pub struct Trouble<'p> {
    pub at: Element<'p>,
    pub reason: Reason<'p>,
}

/// What is wrong. Columns are numbered from 1.
pub enum Reason<'p> {
    /// A slot of the cell is another one's already.
    Overlap(Element<'p>),
    PastGroup,
    EmptyRow,
    EmptyColumn(usize),
    /// A row and the table's `col` elements are not of one width.
    NotAsMarked {
        width: usize,
        columns: usize,
    },
    /// A row is not as wide as the first one.
    Uneven {
        width: usize,
        columns: usize,
    },
}

/// Slots looked at in one table; larger ones are left.
const MAX_WORK: usize = 1 << 18;

/// A column.
#[derive(Clone, Copy)]
struct Column<'p> {
    /// The row below the cell that grows into it, counted over the table, and that cell.
    taken: Option<(usize, Element<'p>)>,
    /// The first element that has it.
    made_by: Element<'p>,
    /// A cell begins in it.
    begun: bool,
}

/// A table being placed.
pub struct Grid<'p> {
    columns: Vec<Column<'p>>,
    /// How many columns `col` and `colgroup` make; 0 without any.
    marked: usize,
    /// The width of the first row.
    first: Option<usize>,
    rows: usize,
    work: usize,
    troubles: Vec<Trouble<'p>>,
}

impl<'p> Grid<'p> {
    /// What is wrong in a table; `None` if it is too large.
    pub fn judge(table: Element<'p>) -> Option<Vec<Trouble<'p>>> {
        if is_plain(table) {
            return Some(Vec::new());
        }
        let mut grid = Grid {
            columns: Vec::new(),
            marked: 0,
            first: None,
            rows: 0,
            work: 0,
            troubles: Vec::new(),
        };
        for part in table.child_elements().filter(|e| e.is_html()) {
            match part.name() {
                "colgroup" => grid.mark(part),
                "thead" | "tbody" | "tfoot" => grid.place_group(part)?,
                _ => {}
            }
        }
        for (i, column) in grid.columns.iter().enumerate().filter(|(_, c)| !c.begun) {
            grid.troubles.push(Trouble {
                at: column.made_by,
                reason: Reason::EmptyColumn(i + 1),
            });
        }
        Some(grid.troubles)
    }

    /// The columns of a `colgroup`.
    fn mark(&mut self, group: Element<'p>) {
        let mut cols = group.child_elements().filter(|e| e.is("col")).peekable();
        if cols.peek().is_none() {
            self.add_columns(group, span(group, "span"));
        }
        for col in cols {
            self.add_columns(col, span(col, "span"));
        }
    }

    fn add_columns(&mut self, by: Element<'p>, count: usize) {
        let count = count.clamp(1, 1000);
        self.marked += count;
        // A column is looked at once a row.
        if self.marked <= MAX_WORK {
            self.widen(self.marked, by);
        }
    }

    fn widen(&mut self, width: usize, by: Element<'p>) {
        if self.columns.len() < width {
            let column = Column {
                taken: None,
                made_by: by,
                begun: false,
            };
            self.columns.resize(width, column);
        }
    }

    fn place_group(&mut self, group: Element<'p>) -> Option<()> {
        let rows = || group.child_elements().filter(|e| e.is("tr"));
        let end = self.rows + rows().count();
        for row in rows() {
            self.place_row(row, end)?;
            self.rows += 1;
        }
        Some(())
    }

    /// Places the cells of a row; `end`: one past the last row of its group.
    fn place_row(&mut self, row: Element<'p>, end: usize) -> Option<()> {
        let y = self.rows;
        let is_taken = |column: &Column<'p>| column.taken.is_some_and(|(below, _)| below > y);
        let mut x = 0;
        let mut empty = true;
        for cell in row.child_elements().filter(|e| e.is_any(&["td", "th"])) {
            empty = false;
            while self.columns.get(x).is_some_and(is_taken) {
                x += 1;
            }
            let width = span(cell, "colspan").clamp(1, 1000);
            let height = match span(cell, "rowspan") {
                0 if cell.has_attr("rowspan") => end - y,
                height => height.max(1),
            };
            self.work += width;
            if self.work > MAX_WORK {
                return None;
            }
            let below = y.saturating_add(height);
            if below > end {
                self.trouble(cell, Reason::PastGroup);
            }
            let below = below.min(end);
            self.widen(x + width, cell);
            let covered = &mut self.columns[x..x + width];
            let other = covered.iter().find(|c| is_taken(c)).and_then(|c| c.taken);
            covered[0].begun = true;
            for column in covered {
                if column.taken.is_none_or(|(row, _)| row < below) {
                    column.taken = Some((below, cell));
                }
            }
            if let Some((_, other)) = other {
                self.trouble(cell, Reason::Overlap(other));
            }
            x += width;
        }
        self.work += self.columns.len();
        if self.work > MAX_WORK {
            return None;
        }
        let width = self.columns.iter().rposition(is_taken).map_or(0, |x| x + 1);
        if empty {
            self.trouble(row, Reason::EmptyRow);
        }
        self.compare(row, width, empty);
        Some(())
    }

    fn compare(&mut self, row: Element<'p>, width: usize, empty: bool) {
        let columns = *self.first.get_or_insert(width);
        if self.marked > 0 {
            if self.marked != width && !empty {
                let columns = self.marked;
                self.trouble(row, Reason::NotAsMarked { width, columns });
            }
        } else if columns != width && !empty {
            self.trouble(row, Reason::Uneven { width, columns });
        }
    }

    fn trouble(&mut self, at: Element<'p>, reason: Reason<'p>) {
        self.troubles.push(Trouble { at, reason });
    }
}

/// Whether every row has as many cells, at least one, each in one slot, without `col`.
fn is_plain(table: Element<'_>) -> bool {
    let mut width = None;
    for part in table.child_elements() {
        if part.is("colgroup") {
            return false;
        }
        if !part.is_any(&["thead", "tbody", "tfoot"]) {
            continue;
        }
        for row in part.child_elements().filter(|e| e.is("tr")) {
            let mut cells = 0;
            for cell in row.child_elements().filter(|e| e.is_any(&["td", "th"])) {
                if cell.has_attr("colspan") || cell.has_attr("rowspan") {
                    return false;
                }
                cells += 1;
            }
            if cells == 0 || *width.get_or_insert(cells) != cells {
                return false;
            }
        }
    }
    true
}
