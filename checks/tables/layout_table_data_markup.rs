//! RGAA 5.8.1: a table declared as layout, with the markup of data tables.
//!
//! `role="presentation"` or `none` is the author's word that the table only lays things out. The test then bars `caption`, `th`, `thead`,
//! `tfoot`, the roles of headers, a `summary` that says something, and `scope`, `headers` and `axis` on cells; `colgroup` no longer
//! counts. Decides: a table with none of these conforms whether it is of layout or not; one that has some and is not declared is for a person.
//! Without a table, nothing applies. A table inside a cell is
//! judged by itself.

use super::kinds::{declared, has_header_role, is_declared_data, is_declared_layout};
use crate::check::{Check, Context, DeclaredTable, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::source::Span;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LayoutTableDataMarkup;

struct LayoutTableDataMarkup;

const LAYOUT: TestId = test(5, 8, 1);

static META: Meta = Meta {
    id: "layout-table-data-markup",
    level: Level::Warning,
    title: text(
        "Tableau de mise en forme avec balisage de données",
        "Layout table with the markup of data",
    ),
    why: text(
        "Le rôle dit que ce n’est pas un tableau, les balises disent le contraire : selon l’outil, des en-têtes sont lus là où il n’y a rien à lire.",
        "The role says that it is no table, the tags say otherwise: depending on the tool, headers are read where there is nothing to read.",
    ),
    fix: text(
        "Si le tableau contient des données, retirer role=\"presentation\" ; sinon, remplacer ces balises par de simples <td>.",
        "If the table holds data, remove role=\"presentation\"; otherwise replace these tags with plain <td>.",
    ),
    proofs: &[Proof::decides(&[LAYOUT])],
    interest: &[Interest::Elements(&["table"])],
    fail: &["<table role=presentation><tr><th>Nom<td>Prénom</table>"],
    pass: &[
        "<table role=presentation><tr><td>Nom<td>Prénom</table>",
        "<table><tr><th>Nom<td>Prénom</table>",
    ],
    na: &["<p>Sans tableau</p>"],
    ..Meta::NEW
};

const MARKUP: Text = text(
    "ce tableau est déclaré de mise en forme ({said}), mais contient {markup}, propre aux tableaux de données",
    "this table is declared as layout ({said}), but has {markup}, which belongs to data tables",
);
const BY_ROLE: Text = text("par son rôle", "by its role");
const BY_USER: Text = text("dans vigie.toml", "in vigie.toml");
const HERE: Text = text("{markup}", "{markup}");

impl Check for LayoutTableDataMarkup {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if is_declared_data(table, cx) {
            return;
        }
        let found = data_markup(table, semantics);
        let by_role = is_declared_layout(table, semantics);
        if !by_role && declared(table, cx) != Some(DeclaredTable::Layout) {
            // Without such markup it conforms even if it is of layout.
            return if found.is_empty() {
                cx.pass()
            } else {
                cx.leave_open(&[LAYOUT])
            };
        }
        let Some((markup, place)) = found.first().copied() else {
            return cx.pass();
        };
        let draft = cx
            .fail_if_rendered(table, (table, place), &MARKUP)
            .arg_text("said", if by_role { &BY_ROLE } else { &BY_USER })
            .arg("markup", markup);
        found[1..].iter().fold(draft, |draft, (markup, place)| {
            draft.related(*place, &HERE).related_arg("markup", markup)
        });
    }
}

/// The first of each kind.
fn data_markup<'p>(table: Element<'p>, semantics: &'p Semantics<'p>) -> Vec<(&'static str, Span)> {
    let mut found: Vec<(&'static str, Span)> = Vec::new();
    let mut add = |what: &'static str, place: Span| {
        if !found.iter().any(|(known, _)| *known == what) {
            found.push((what, place));
        }
    };
    if let Some(summary) = table.attribute("summary")
        && !summary.value().trim().is_empty()
    {
        add("summary", summary.span());
    }
    for child in table.child_elements() {
        match child.name() {
            "caption" => add("<caption>", child.place()),
            "thead" => add("<thead>", child.place()),
            "tfoot" => add("<tfoot>", child.place()),
            _ => {}
        }
    }
    for cell in semantics.table(table).cells() {
        if cell.is("th") {
            add("<th>", cell.place());
        } else {
            for name in ["scope", "headers", "axis"] {
                if let Some(attr) = cell.attribute(name) {
                    add(name, attr.span());
                }
            }
        }
        if has_header_role(cell, semantics) {
            add("role=\"rowheader|columnheader\"", cell.place());
        }
    }
    found
}
