//! RGAA 5.1.1 and 5.2.1: a complex table without a summary.
//!
//! A table is complex when its headers are not all in the first row and the first column, or head only a part of it (glossary «Tableau
//! de données complexe»). Two rows of headers above data are the sure sign; titles of parts, and headers amid the data, are asked about. The summary is in the
//! `caption`, in what `aria-describedby` names, or in `summary` before HTML5 (glossary «Résumé (de tableau)»). Certain failure: a sure
//! complex table with none of them. With one, whether it is a summary and a good one is a question. A table that the user declares complex is one, and one declared of simple data is none. Refutes 5.1.1: which tables are
//! complex is otherwise for a person. Where no table has a text that could be a summary, 5.2.1 does not apply.

use super::kinds::{declared, first_row, is_aria_table, is_header, may_be_data, part_titles};
use crate::check::{Check, Context, DeclaredTable, Interest, Level, Meta, Proof};
use crate::checks::structure::zones::is_html5;
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::{Semantics, Slots, TableCell, is_blank};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TableSummaryMissing;

struct TableSummaryMissing;

const PRESENT: TestId = test(5, 1, 1);
const GOOD: TestId = test(5, 2, 1);

static META: Meta = Meta {
    id: "table-summary-missing",
    level: Level::Warning,
    title: text(
        "Tableau complexe sans résumé",
        "Complex table without a summary",
    ),
    why: text(
        "Qui ne voit pas le tableau ne peut pas deviner que ses en-têtes sont sur plusieurs lignes ou ne valent que pour une partie.",
        "People who do not see the table cannot guess that its headers are on several rows or only hold for a part of it.",
    ),
    fix: text(
        "Dire dans le <caption> comment le tableau est construit, ou le découper en tableaux simples.",
        "Say in the <caption> how the table is built, or split it into simple tables.",
    ),
    proofs: &[
        Proof::refutes(&[PRESENT]).inapplicable_without_targets(),
        Proof::hints(&[GOOD]).inapplicable_without_targets(),
    ],
    interest: &[
        Interest::Elements(&["table"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<table><tr><th rowspan=2>Service<th colspan=2>Budget<tr><th>Voté<th>Réalisé<tr><td>Écoles<td>4<td>5</table>",
    ],
    review: &[
        "<table><caption>Budget</caption><tr><th rowspan=2>Service<th colspan=2>Budget<tr><th>Voté<th>Réalisé<tr><td>Écoles<td>4<td>5</table>",
    ],
    pass: &["<table><tr><th>Service<th>Budget<tr><td>Écoles<td>4</table>"],
    na: &["<table role=presentation><tr><td>Écoles<td>4</table>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "ce tableau a {count} lignes d’en-têtes, et ni caption ni aria-describedby pour expliquer comment le lire",
    "this table has {count} rows of headers, and no caption or aria-describedby to explain how to read it",
);
const COMPLEX: Text = text(
    "ce tableau a des en-têtes hors de la première ligne et de la première colonne : s’il est complexe, où est son résumé ?",
    "this table has headers out of the first row and column: if it is complex, where is its summary?",
);
const SUMMARY: Text = text(
    "« {summary} » explique-t-il comment lire ce tableau, dont les en-têtes ne sont pas seulement sur une ligne et une colonne ?",
    "does \"{summary}\" explain how to read this table, whose headers are not only on one row and one column?",
);
const DECLARED: Text = text(
    "ce tableau est déclaré complexe dans vigie.toml, et n’a ni caption ni aria-describedby pour expliquer comment le lire",
    "this table is declared complex in vigie.toml, and has no caption or aria-describedby to explain how to read it",
);
const HEADER: Text = text("un en-tête en cause", "a header concerned");

impl Check for TableSummaryMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        let declared = declared(table, cx);
        if declared == Some(DeclaredTable::Data) {
            return;
        }
        cx.leave_open(&[PRESENT]);
        let summary = summary(table, cx);
        if summary.is_some() {
            cx.leave_open(&[GOOD]);
        }
        if declared == Some(DeclaredTable::Complex) {
            match summary {
                Some(summary) => cx.review(table, &SUMMARY).arg("summary", summary),
                None => cx.fail(table, &DECLARED).tests(&[PRESENT]),
            };
            return;
        }
        let grid = semantics.table(table);
        let Some(slots) = grid.slots() else { return };
        let rows = header_rows(slots, semantics);
        let place = if rows.len() > 1 {
            slots.at(slots.width - 1, rows.end - 1)
        } else {
            stray_header(slots, rows.end, semantics)
        };
        let Some(place) = place.map(|cell| cell.element.place()) else {
            return;
        };
        let draft = match summary {
            Some(summary) => cx.review(table, &SUMMARY).arg("summary", summary),
            None if rows.len() > 1 => cx
                .fail(table, &MISSING)
                .arg("count", rows.len())
                .tests(&[PRESENT]),
            None => cx.review(table, &COMPLEX).tests(&[PRESENT]),
        };
        draft.related(place, &HEADER);
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if is_aria_table(element, cx.semantics()) {
            cx.leave_open(&[PRESENT, GOOD]);
        }
    }
}

/// The rows at the top that are all of headers with words, when data come after them.
fn header_rows<'p>(slots: &Slots<'p>, semantics: &'p Semantics<'p>) -> std::ops::Range<usize> {
    let start = first_row(slots);
    let blank_corner = |c: &TableCell<'p>| c.x == 0 && c.element.text_is_blank();
    let heads = |c: &TableCell<'p>| {
        blank_corner(c) || is_header(c.element, semantics) && is_worded(c.element)
    };
    let full = |y: &usize| {
        slots.row(*y).count() == slots.width && slots.row(*y).all(heads) && slots.width > 1
    };
    let end = start + (start..slots.height).take_while(full).count();
    let data = |c: &TableCell<'p>| c.element.is("td") && !c.element.text_is_blank();
    if (end..slots.height).any(|y| slots.row(y).any(data)) {
        start..end
    } else {
        start..start
    }
}

/// Whether the text has letters: figures in `th` are emphasis more often than headers.
fn is_worded(e: Element<'_>) -> bool {
    e.text_content().chars().any(char::is_alphabetic)
}

/// A header that is neither in the first row nor in the first column, or the title of a part.
fn stray_header<'s, 'p>(
    slots: &'s Slots<'p>,
    body: usize,
    semantics: &'p Semantics<'p>,
) -> Option<&'s TableCell<'p>> {
    let stray = |c: &&TableCell<'p>| {
        c.x > 0
            && c.y > body
            && slots
                .at(c.x - 1, c.y)
                .is_some_and(|left| left.element.is("td"))
            && is_header(c.element, semantics)
            && is_worded(c.element)
    };
    slots
        .cells
        .iter()
        .find(stray)
        .or_else(|| part_titles(slots).next())
}

/// What may be the table's summary.
fn summary<'p>(table: Element<'p>, cx: &Context<'p>) -> Option<String> {
    let semantics = cx.semantics();
    let worded = |text: String| (!is_blank(&text)).then_some(text);
    let caption = table
        .child_elements()
        .find(|e| e.is("caption"))
        .and_then(|caption| worded(semantics.text(caption).into_owned()));
    let described = || {
        let mut named = semantics
            .references(table, "aria-describedby")
            .filter_map(|r| r.element);
        named.find_map(|e| worded(e.text_content().into_owned()))
    };
    let attribute = || {
        let summary = table.attr("summary").filter(|_| !is_html5(cx.doc()))?;
        worded(summary.to_owned())
    };
    caption.or_else(described).or_else(attribute)
}
