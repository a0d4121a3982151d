//! RGAA 5.4.1: tables without a title of their own.
//!
//! The test judges tables «having a title»: whether a text nearby is one is for a person to say, so an untitled table is a question, with
//! what looks like a title; those near which nothing does share one. Decides: when every table that may hold data has a `caption`, `title`, `aria-label` or
//! `aria-labelledby` with words, whatever titles there are are associated (glossary «Tableau de données ayant un titre»). Without a
//! table, nothing applies.

use super::kinds::{is_aria_table, may_be_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::semantics::Semantics;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TableTitleMissing;

struct TableTitleMissing;

static META: Meta = Meta {
    id: "table-title-missing",
    title: text(
        "Tableau sans titre associé",
        "Table without an associated title",
    ),
    why: text(
        "Un lecteur d’écran permet d’aller de tableau en tableau : sans titre associé, il n’annonce que le nombre de lignes et de colonnes.",
        "A screen reader lets people go from table to table: without an associated title, it only tells the number of rows and columns.",
    ),
    fix: text(
        "Placer le titre du tableau dans un <caption>, premier élément du <table>.",
        "Put the table's title in a <caption>, the first element of the <table>.",
    ),
    proofs: &[Proof::decides(&[test(5, 4, 1)])],
    interest: &[
        Interest::Elements(&["table"]),
        Interest::Attributes(&["role"]),
    ],
    review: &["<h3>Budget</h3><table><tr><th>An<th>Total<tr><td>2024<td>12</table>"],
    pass: &["<table><caption>Budget</caption><tr><th>An<tr><td>2024</table>"],
    na: &["<table role=presentation><tr><td>a</table>"],
    ..Meta::NEW
};

const NEAR: Text = text(
    "ce tableau n’a pas de titre associé : « {candidate} » lui sert-il de titre ?",
    "this table has no associated title: is \"{candidate}\" its title?",
);
const ALONE: Text = text(
    "ce tableau n’a pas de titre associé (caption) : un texte proche lui sert-il de titre ?",
    "this table has no associated title (caption): is a text nearby its title?",
);
const CANDIDATE: Text = text("le texte en question", "the text in question");
const ALSO: Text = text(
    "autre tableau sans titre associé",
    "another table without an associated title",
);

impl Check for TableTitleMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        if !semantics.name(table).is_blank() {
            return cx.pass();
        }
        match candidate(table, semantics) {
            Some((element, text)) => {
                cx.review(table, &NEAR)
                    .arg("candidate", text)
                    .related(element.place(), &CANDIDATE);
            }
            None => {
                cx.review_together(table, &ALONE, "", &ALSO);
            }
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if is_aria_table(element, cx.semantics()) {
            cx.leave_open(&[test(5, 4, 1)]);
        }
    }
}

/// What looks like a title: a first row of one cell over all columns, the figure's caption, a heading or bold paragraph just before.
fn candidate<'p>(
    table: Element<'p>,
    semantics: &'p Semantics<'p>,
) -> Option<(Element<'p>, String)> {
    let words = |e: Element<'p>| {
        let text = semantics.text(e);
        (!text.trim().is_empty()).then(|| (e, text.into_owned()))
    };
    let grid = semantics.table(table);
    if let [first, second, ..] = &grid.rows[..]
        && let [cell] = first.cells[..]
        && second.cells.len() > 1
        && cell.has_attr("colspan")
    {
        return words(cell);
    }
    if let Some(figure) = table.closest(&["figure"])
        && let Some(caption) = figure.child_elements().find(|e| e.is("figcaption"))
    {
        return words(caption);
    }
    let before = table.prev_element()?;
    let bold = |p: Element<'p>| {
        let mut children = p.child_elements();
        p.is("p")
            && children.next().is_some_and(|b| {
                b.is_any(&["strong", "b"]) && semantics.text(b) == semantics.text(p)
            })
    };
    let heading = before.is_any(&["h1", "h2", "h3", "h4", "h5", "h6"]);
    (heading || bold(before)).then(|| words(before)).flatten()
}
