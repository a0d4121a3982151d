//! Unicode Normalization Form C: W3C's «Character Model: String Matching» asks for it, and HTML compares characters as they are written.
//!
//! No error of HTML, and no RGAA test: a letter typed as letter and accent shows alike, but searches, anchors and passwords miss it. One
//! finding a page, with its places.
//!
//! Mended by the normalized form: the two are the same characters to Unicode (canonical equivalence), and show alike.

use crate::check::{Category, Check, Context, Edit, Interest, Level, Meta, Signs};
use crate::dom::Text as TextNode;
use crate::text::{Text, denormal, text};

pub static CHECK: &dyn Check = &TextDenormal;

struct TextDenormal;

static META: Meta = Meta {
    id: "text-denormal",
    level: Level::Warning,
    category: Category::Conformance,
    title: text("Caractères décomposés", "Decomposed characters"),
    why: text(
        "Un mot écrit avec des lettres et des accents séparés se voit pareil, mais la recherche ne le trouve pas et certaines voix l’épellent.",
        "A word written with letters and accents apart looks the same, but searches miss it and some voices spell it.",
    ),
    fix: text(
        "Enregistrer le texte en Unicode normalisé (NFC).",
        "Save the text as normalized Unicode (NFC).",
    ),
    mends: Some(text(
        "Écrit les caractères décomposés sous leur forme normalisée (NFC).",
        "Writes decomposed characters in their normalized form (NFC).",
    )),
    interest: &[Interest::TextWith(Signs::MARK)],
    fail: &["<p>Fermé l’e\u{301}te\u{301}</p>"],
    na: &["<p>Fermé l’été, Ελλάδα</p>"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "« {source} » est écrit {written}, et non {form} comme le veut Unicode normalisé (NFC)",
    "\"{source}\" is written {written}, not {form} as normalized Unicode (NFC) has it",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for TextDenormal {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let Some((place, form)) = denormal(node.text()) else {
            return;
        };
        let source = &node.text()[place.clone()];
        if let Some(draft) = cx.fail_together((node, place), &FOUND, "", &ALSO) {
            draft
                .arg("source", source)
                .arg("written", code_points(source))
                .arg("form", code_points(&form));
        }
        if let Some(edits) = edits(node, cx) {
            cx.mend(edits);
        }
    }
}

/// All of the text in its normalized form; nothing where character references are concerned, which stay as they are written.
fn edits<'p>(node: TextNode<'p>, cx: &Context<'p>) -> Option<Vec<Edit>> {
    let (text, source) = (node.text(), cx.doc().source());
    let (mut from, mut edits) = (0, Vec::new());
    while let Some((place, form)) = denormal(&text[from..]) {
        let place = from + place.start..from + place.end;
        let written = node.source_span(place.clone());
        if source.slice(written) != &text[place.clone()] {
            return None;
        }
        from = place.end;
        edits.push(Edit::replace(written, form));
    }
    Some(edits)
}

/// `U+0065 U+0301`.
fn code_points(text: &str) -> String {
    let points: Vec<String> = text
        .chars()
        .map(|c| format!("U+{:04X}", u32::from(c)))
        .collect();
    points.join(" ")
}
