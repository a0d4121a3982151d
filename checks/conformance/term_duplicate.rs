//! HTML Standard 4.4.9 «The dl element»: within a `dl`, there should not be more than one `dt` for each name.
//!
//! A «should»: a warning. Not among the five families of RGAA 8.2.1.

use crate::check::{Category, Check, Context, FNV_OFFSET, Interest, Level, Meta, fnv};
use crate::dom::{Element, NodeRef};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TermDuplicate;

struct TermDuplicate;

static META: Meta = Meta {
    id: "term-duplicate",
    level: Level::Warning,
    category: Category::Conformance,
    title: text("Terme défini deux fois", "Term defined twice"),
    why: text(
        "Qui trouve le terme dans la liste ne sait pas qu’une autre définition suit plus loin.",
        "People who find the term in the list do not know that another definition follows further on.",
    ),
    fix: text(
        "Réunir les définitions sous un seul <dt>, ou distinguer les termes.",
        "Gather the definitions under one <dt>, or tell the terms apart.",
    ),
    interest: &[Interest::Elements(&["dl"])],
    fail: &["<dl><dt>Mairie<dd>Lieu<dt>Maire<dd>Élu<dt> Mairie <dd>Équipe</dl>"],
    pass: &["<dl><dt>Mairie<dd>Lieu<dt>Maire<dd>Élu</dl>"],
    na: &["<dl><dt>Mairie<dd>Lieu</dl>", "<p>Mairie</p>"],
    ..Meta::NEW
};

const AGAIN: Text = text(
    "« {term} » est déjà un terme de cette liste : une seule entrée <dt> par terme",
    "\"{term}\" is a term of this list already: a single <dt> per term",
);
const FIRST: Text = text("la première fois", "the first time");

impl Check for TermDuplicate {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, list: Element<'p>, cx: &mut Context<'p>) {
        if !list.is_html() {
            return;
        }
        let mut terms = Vec::new();
        for child in list.child_elements() {
            if child.is("dt") {
                terms.extend(name_of(child).map(|name| (name, child)));
            } else if child.is("div") {
                let grouped = child.child_elements().filter(|e| e.is("dt"));
                terms.extend(grouped.filter_map(|dt| Some((name_of(dt)?, dt))));
            }
        }
        if terms.len() < 2 {
            return;
        }
        // In order of name, then of place: what repeats comes after its first time.
        terms.sort_by_key(|(name, dt)| (*name, dt.id()));
        let mut all = true;
        for same in terms.chunk_by(|a, b| a.0 == b.0) {
            for (_, again) in &same[1..] {
                all = false;
                let term = again.text_content();
                let words: Vec<&str> = term.split_whitespace().collect();
                cx.fail((*again, again.name_place()), &AGAIN)
                    .arg("term", words.join(" "))
                    .related(same[0].1.place(), &FIRST);
            }
        }
        if all {
            cx.pass();
        }
    }
}

/// A hash of the term's words; `None` when it has none.
fn name_of(dt: Element<'_>) -> Option<u64> {
    let (mut hash, mut space, mut empty) = (FNV_OFFSET, false, true);
    for text in dt.descendant_nodes().filter_map(NodeRef::as_text) {
        for run in text
            .text()
            .split_inclusive(|c: char| c.is_ascii_whitespace())
        {
            let word = run.trim_ascii_end();
            if !word.is_empty() {
                if space && !empty {
                    hash = fnv(hash, b" ");
                }
                hash = fnv(hash, word.as_bytes());
                (space, empty) = (false, false);
            }
            space |= word.len() < run.len();
        }
    }
    (!empty).then_some(hash)
}
