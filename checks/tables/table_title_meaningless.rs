//! RGAA 5.5.1: a table's title that says nothing of what is in it.
//!
//! «Tableau», «Table 3», «caption», a number, or an empty `caption` with no other title: none can tell what the table holds, whatever
//! the table. Refutes; whether other titles are good is for a person. Without a table that may hold data,
//! nothing applies.

use super::kinds::{is_aria_table, may_be_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TableTitleMeaningless;

struct TableTitleMeaningless;

const TITLE: TestId = test(5, 5, 1);

static META: Meta = Meta {
    id: "table-title-meaningless",
    title: text(
        "Titre de tableau qui ne dit rien",
        "Table title that says nothing",
    ),
    why: text(
        "Le titre est ce qui permet de savoir, sans lire le tableau, s’il contient ce que l’on cherche.",
        "The title is what lets people know, without reading the table, whether it holds what they look for.",
    ),
    fix: text(
        "Écrire dans <caption> ce que contient le tableau : « Budget de la commune de 2020 à 2024 ».",
        "Write in <caption> what the table holds: \"Town budget from 2020 to 2024\".",
    ),
    proofs: &[Proof::refutes(&[TITLE]).inapplicable_without_targets()],
    interest: &[
        Interest::Elements(&["table"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<table><caption>Tableau 1</caption><tr><th>An</table>",
        "<table><caption> </caption><tr><th>An</table>",
    ],
    pass: &[
        "<table><caption>Tableau 1 : budget</caption><tr><th>An</table>",
        "<table><tr><th>An</table>",
    ],
    na: &["<table role=presentation><tr><td>An</table>"],
    ..Meta::NEW
};

const GENERIC: Text = text(
    "le titre de ce tableau, « {title} », ne dit rien de son contenu",
    "this table's title, \"{title}\", says nothing of what it holds",
);
const BLANK: Text = text(
    "le caption de ce tableau est vide",
    "this table's caption is empty",
);

impl Check for TableTitleMeaningless {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, table: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !may_be_data(table, cx) {
            return;
        }
        let caption = table.child_elements().find(|e| e.is("caption"));
        let name = semantics.name(table);
        if name.is_empty() {
            // A text nearby may be its title.
            cx.leave_open(&[TITLE]);
            if let Some(caption) = caption.filter(|c| c.descendant_nodes().all(is_blank_text)) {
                cx.fail(caption, &BLANK);
            }
            return;
        }
        if is_generic(&name.text) {
            cx.fail(caption.unwrap_or(table), &GENERIC)
                .arg("title", &name.text);
        } else {
            cx.pass();
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if is_aria_table(element, cx.semantics()) {
            cx.leave_open(&[TITLE]);
        }
    }
}

fn is_blank_text(node: crate::dom::NodeRef<'_>) -> bool {
    node.as_text().is_some_and(|t| t.is_blank())
}

/// Generic words and numbers only.
fn is_generic(title: &str) -> bool {
    const WORDS: [&str; 10] = [
        "tableau", "tableaux", "table", "tables", "tabl", "tab", "caption", "titre", "untitled",
        "n",
    ];
    title.len() < 40
        && title
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| {
                // A year may tell tables apart.
                word.bytes().all(|b| b.is_ascii_digit()) && word.len() != 4
                    || WORDS.iter().any(|w| word.eq_ignore_ascii_case(w))
            })
}
